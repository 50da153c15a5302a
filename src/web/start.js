// Puts the page up, or says in plain words why it cannot be.

export async function start(load) {
  try {
    await load();
    return true;
  } catch (error) {
    console.error(error);
    const boot = document.querySelector("#boot");
    if (boot) {
      // What cannot be compiled is of a kind that the browser does not know, or it does not know the policy that allows it.
      const old = typeof WebAssembly !== "object" || error instanceof WebAssembly.CompileError;
      if (!old) boot.querySelector("p").textContent = "页面没有打开成功。请刷新一次；如果还是这样，请检查网络后再试。";
      boot.className = old ? "old" : "failed";
    }
    return false;
  }
}
