// The only way to an address of a script, and to markup: the page's policy lets nothing but this make any.

const policy = globalThis.trustedTypes?.createPolicy("fazhi-check", {
  // None that leads elsewhere.
  createScriptURL(url) {
    if (!url.startsWith(new URL("./", document.baseURI).href)) throw new TypeError("not a script of this page");
    return url;
  },
  // The sheet that is printed; whoever writes it shows all words as words.
  createHTML: (sheet) => sheet,
});

/** The address of a script of this page, as a worker and a service worker want it. */
export const script = (url) => policy?.createScriptURL(url) ?? url;

/** Puts a sheet before all else on the page. */
export const put = (sheet) => document.body.insertAdjacentHTML("afterbegin", policy?.createHTML(sheet) ?? sheet);
