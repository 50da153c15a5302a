// The only way to an address of a script: the page's policy lets nothing but this make one, and it makes none that leads elsewhere.

const policy = globalThis.trustedTypes?.createPolicy("fazhi-check", {
  createScriptURL(url) {
    if (!url.startsWith(new URL("./", document.baseURI).href)) throw new TypeError("not a script of this page");
    return url;
  },
});

/** The address of a script beside the page. */
export function script(name) {
  const url = new URL(name, document.baseURI).href;
  return policy?.createScriptURL(url) ?? url;
}
