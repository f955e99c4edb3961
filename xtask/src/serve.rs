//! A small server of static files for one's own machine: `cargo xtask serve`, and the end-to-end tests.

use crate::{Result, build, process};
use std::{
    fs,
    io::{BufRead, BufReader, Read, Write},
    net::{Ipv4Addr, TcpListener, TcpStream},
    path::{Path, PathBuf},
    process::Command,
    thread,
};

/// How `cargo xtask serve` was called.
pub struct Options {
    pub port: u16,
    /// The path below which the page is served.
    pub under: String,
    pub open: bool,
    pub dev: bool,
    pub build: bool,
}

/// Builds and serves until the process ends.
pub fn serve(options: &Options) -> Result<()> {
    if options.dev {
        return develop(options);
    }
    // Before the build: a port in use should be known now and not in four minutes.
    let listener = listen(options.port)?;
    if options.build {
        build::release()?;
    } else if !Path::new(build::DIST).join("index.html").is_file() {
        return Err("dist/ holds no release: run cargo xtask build, or leave out --no-build".into());
    }
    let under = format!("/{}/", options.under.trim_matches('/')).replace("//", "/");
    let address = format!("http://127.0.0.1:{}{under}", options.port);
    println!("Itinera is at {address} (Ctrl+C ends it)");
    if options.open {
        open(&address);
    }
    answer_all(&listener, build::DIST, &under);
    Ok(())
}

/// Trunk's own server: builds without optimising, watches the sources, reloads the page.
fn develop(options: &Options) -> Result<()> {
    let path = build::prepare()?;
    println!("Building for development (2 minutes the first time, seconds after a change)");
    let mut command = Command::new("trunk");
    // Not into dist/: what is there is always a release.
    command.args(["serve", "--address", "127.0.0.1", "--dist", "target/dev", "--port", &options.port.to_string()]);
    if options.open {
        command.arg("--open");
    }
    process::run(command.env("PATH", path))
}

/// Serves the release below the path on a port that is free, in the background; the address.
pub fn in_background(under: &'static str) -> Result<String> {
    let listener = listen(0)?;
    let port = listener.local_addr().map_err(|error| format!("cannot tell the server's port: {error}"))?.port();
    thread::spawn(move || answer_all(&listener, build::DIST, under));
    Ok(format!("http://127.0.0.1:{port}{under}"))
}

fn listen(port: u16) -> Result<TcpListener> {
    TcpListener::bind((Ipv4Addr::LOCALHOST, port))
        .map_err(|error| format!("cannot listen on 127.0.0.1:{port}: {error}: choose another with --port"))
}

fn open(address: &str) {
    let (program, arguments): (&str, &[&str]) = if cfg!(target_os = "macos") {
        ("open", &[])
    } else if cfg!(windows) {
        ("cmd", &["/C", "start"])
    } else {
        ("xdg-open", &[])
    };
    if Command::new(program).args(arguments).arg(address).spawn().is_err() {
        println!("Could not open a browser: open the address yourself");
    }
}

fn answer_all(listener: &TcpListener, root: &'static str, under: &str) {
    for stream in listener.incoming().flatten() {
        let under = under.to_string();
        // A thread each: browsers open connections ahead of need and then say nothing on them. A visitor who hangs
        // up early is no error of ours.
        thread::spawn(move || answer(stream, Path::new(root), &under).ok());
    }
}

/// Answers one request and closes the connection.
fn answer(mut stream: TcpStream, root: &Path, under: &str) -> std::io::Result<()> {
    let mut reader = BufReader::new(stream.try_clone()?).take(16_384);
    let mut request = String::new();
    reader.read_line(&mut request)?;
    // Read to the end of the headers: closing with bytes unread would reset the connection.
    let mut header = String::new();
    while reader.read_line(&mut header)? > 2 {
        header.clear();
    }
    let mut words = request.split_whitespace();
    let (method, target) = (words.next().unwrap_or_default(), words.next().unwrap_or_default());
    let path = target.split(['?', '#']).next().unwrap_or_default();

    let mut extra = String::new();
    let (status, kind, body) = if !matches!(method, "GET" | "HEAD") {
        ("405 Method Not Allowed", PLAIN, b"Only GET and HEAD.\n".to_vec())
    } else if path.len() + 1 == under.len() && under.starts_with(path) {
        extra = format!("Location: {under}\r\n");
        ("301 Moved Permanently", PLAIN, Vec::new())
    } else {
        match file_of(path, under, root).and_then(|file| Some((mime(&file), fs::read(file).ok()?))) {
            Some((kind, bytes)) => ("200 OK", kind, bytes),
            None => ("404 Not Found", PLAIN, b"No such file.\n".to_vec()),
        }
    };
    write!(
        stream,
        "HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {}\r\nCache-Control: no-store\r\n\
         X-Content-Type-Options: nosniff\r\nConnection: close\r\n{extra}\r\n",
        body.len()
    )?;
    if method != "HEAD" {
        stream.write_all(&body)?;
    }
    stream.flush()
}

/// The file a path names; `None` for anything that is not plainly below the root.
fn file_of(path: &str, under: &str, root: &Path) -> Option<PathBuf> {
    let decoded = percent_decoded(path.strip_prefix(under)?)?;
    let mut file = root.to_path_buf();
    for part in decoded.split('/') {
        if part.starts_with('.') || part.contains(['\\', ':', '\0']) {
            return None;
        }
        file.push(part);
    }
    if decoded.is_empty() || decoded.ends_with('/') {
        file.push("index.html");
    }
    Some(file)
}

fn percent_decoded(text: &str) -> Option<String> {
    let mut bytes = text.bytes();
    let mut decoded = Vec::new();
    while let Some(byte) = bytes.next() {
        if byte == b'%' {
            let digits = [bytes.next()?, bytes.next()?];
            decoded.push(u8::from_str_radix(std::str::from_utf8(&digits).ok()?, 16).ok()?);
        } else {
            decoded.push(byte);
        }
    }
    String::from_utf8(decoded).ok()
}

const PLAIN: &str = "text/plain; charset=utf-8";

fn mime(file: &Path) -> &'static str {
    match file.extension().and_then(|extension| extension.to_str()).unwrap_or_default() {
        "html" => "text/html; charset=utf-8",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "wasm" => "application/wasm",
        "css" => "text/css; charset=utf-8",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "json" => "application/json",
        "webmanifest" => "application/manifest+json",
        "txt" | "md" => PLAIN,
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::file_of;
    use std::path::{Path, PathBuf};

    #[test]
    fn a_path_names_a_file_below_the_root_or_nothing() {
        let cases = [
            ("/", "/", Some("dist/index.html")),
            ("/icon.svg", "/", Some("dist/icon.svg")),
            ("/a/b/", "/a/b/", Some("dist/index.html")),
            ("/a/b/snippets/x%20y.js", "/a/b/", Some("dist/snippets/x y.js")),
            ("/icon.svg", "/a/b/", None),
            ("/../Cargo.toml", "/", None),
            ("/%2e%2e/Cargo.toml", "/", None),
            ("/snippets/..%2f..%2fCargo.toml", "/", None),
            ("/..\\Cargo.toml", "/", None),
            ("//etc/passwd", "/", Some("dist/etc/passwd")),
            ("/.git", "/", None),
            ("/%", "/", None),
            ("/%ff", "/", None),
        ];
        for (path, under, expected) in cases {
            assert_eq!(file_of(path, under, Path::new("dist")), expected.map(PathBuf::from), "{path} under {under}");
        }
    }
}
