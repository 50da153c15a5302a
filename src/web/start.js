// Puts the page up, or says in plain words why it cannot be.

export async function start(load) {
  try {
    await load();
    return true;
  } catch (error) {
    console.error(error);
    const words = document.querySelector("#boot p");
    if (words) {
      words.textContent =
        typeof WebAssembly === "object"
          ? "页面没有打开成功。请刷新一次；如果还是这样，请检查网络后再试。"
          : "这个浏览器版本太旧，无法运行本页。请改用 Chrome 109、Edge 109、Firefox 115 或更新的版本；国产浏览器请切换到“极速模式”。";
      document.querySelector("#boot").classList.add("failed");
    }
    return false;
  }
}
