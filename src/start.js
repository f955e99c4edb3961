// Starts the program; says in the skeleton's place why it cannot.
(() => {
    const words = {
        missing: {
            en: ["Itinera needs WebAssembly.", "This browser lacks it, or has it switched off. Allow it for this page, or open the page in a current Firefox, Chrome, Edge or Safari. The plans kept in this browser are untouched."],
            it: ["Itinera richiede WebAssembly.", "Questo browser non lo ha, o lo ha disattivato. Consentirlo per questa pagina, o aprirla con una versione recente di Firefox, Chrome, Edge o Safari. I piani conservati in questo browser sono intatti."],
        },
        failed: {
            en: ["Itinera could not start.", "Part of the program did not arrive, or this browser is too old for it. Check the connection and load the page again; if that does not help, open it in a current Firefox, Chrome, Edge or Safari. The plans kept in this browser are untouched."],
            it: ["Itinera non è riuscita ad avviarsi.", "Una parte del programma non è arrivata, o questo browser è troppo vecchio. Controllare la connessione e ricaricare la pagina; se non basta, aprirla con una versione recente di Firefox, Chrome, Edge o Safari. I piani conservati in questo browser sono intatti."],
        },
    };

    function say(what, cause) {
        const language = navigator.language.startsWith("it") ? "it" : "en";
        const [title, text] = words[what][language];
        const notice = element("div", element("h1", title), element("p", text));
        notice.lang = language;
        notice.setAttribute("role", "alert");
        if (cause) notice.append(element("p", String(cause)));
        // A program that fails after it took the skeleton away is spoken for too.
        const skeleton = document.getElementById("skeleton") ?? document.body.insertBefore(element("div"), document.body.firstChild);
        skeleton.id = "skeleton";
        skeleton.replaceChildren(element("main", notice));
    }

    function element(name, ...content) {
        const created = document.createElement(name);
        created.append(...content);
        return created;
    }

    if (typeof WebAssembly !== "object") return say("missing");
    // The program starts in turns, and only the first one's failure is the import's.
    addEventListener("error", (event) => document.documentElement.hasAttribute("data-ready") || say("failed", event.message));
    const file = (id) => document.getElementById(id).href;
    import(file("app-module"))
        .then((app) => app.default({ module_or_path: file("app-wasm") }))
        .catch((cause) => say("failed", cause));
})();
