// 如何自己验证: opens and closes the window of that name, which stands in index.html.

const dialog = document.getElementById("verify");
// The keys of the page do nothing in it.
dialog.addEventListener("keydown", (event) => event.stopPropagation());
document.addEventListener("click", ({ target }) => {
  if (target.id === "verify-open") dialog.showModal();
  // The window itself is only hit beside what it holds: on the page behind it.
  else if (target === dialog) dialog.close();
});
