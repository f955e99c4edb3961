//! Running other programs: find them, run them, say which one failed.

use crate::Result;
use std::{
    env,
    path::PathBuf,
    process::{Command, Stdio},
};

/// Runs the command with its output on the screen.
pub fn run(command: &mut Command) -> Result<()> {
    let status = command.status().map_err(|error| cannot_start(command, &error))?;
    if status.success() { Ok(()) } else { Err(format!("{} failed ({status})", shown(command))) }
}

/// Runs the command unseen; whether it succeeded, and all it wrote.
pub fn output(command: &mut Command) -> Result<(bool, String)> {
    let output = command.stdin(Stdio::null()).output().map_err(|error| cannot_start(command, &error))?;
    let mut text = String::from_utf8_lossy(&output.stdout).into_owned();
    text.push_str(&String::from_utf8_lossy(&output.stderr));
    Ok((output.status.success(), text))
}

/// Runs the command unseen; what it wrote is the error when it fails.
pub fn quietly(command: &mut Command) -> Result<String> {
    match output(command)? {
        (true, text) => Ok(text),
        (false, text) => Err(format!("{} failed:\n{}", shown(command), text.trim_end())),
    }
}

/// The program's path, where one of the names is on PATH.
pub fn find(names: &[&str]) -> Option<PathBuf> {
    let path = env::var_os("PATH")?;
    let extension = if cfg!(windows) { ".exe" } else { "" };
    names
        .iter()
        .flat_map(|name| env::split_paths(&path).map(move |folder| folder.join(format!("{name}{extension}"))))
        .find(|file| file.is_file())
}

/// The command as one would type it.
pub fn shown(command: &Command) -> String {
    let words = std::iter::once(command.get_program()).chain(command.get_args());
    words.map(|word| word.to_string_lossy()).collect::<Vec<_>>().join(" ")
}

fn cannot_start(command: &Command, error: &std::io::Error) -> String {
    format!("cannot start {}: {error}", shown(command))
}
