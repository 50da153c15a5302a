// Checks the text of the page and lists the findings; a click on one selects its words.

// In a project with a bundler: import { analyse, rules } from "fazhi-check";
import { analyse, rules } from "../browser.js";

const [text, check, said, list] = ["text", "check", "said", "findings"].map((id) => document.getElementById(id));
const titles = new Map(rules().map(({ slug, code, title }) => [slug, `${code} ${title}`]));

/** A finding as an item of the list. */
function item({ rule, message, span }) {
  const item = document.createElement("li");
  const words = `${titles.get(rule)}：${message}`;
  if (span === null) {
    item.textContent = words;
    return item;
  }
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = words;
  button.addEventListener("click", () => {
    text.focus();
    // A textarea counts as the report does: UTF-16 code units, LF line ends.
    text.setSelectionRange(...span);
  });
  item.append(button);
  return item;
}

check.addEventListener("click", () => {
  const { findings, figures, parts } = analyse(text.value);
  const missing = parts.filter((part) => part.required && part.status === "missing");
  said.textContent = `缺 ${missing.length} 个部分，有 ${figures.length} 个数据、${findings.length} 个问题`;
  list.replaceChildren(...findings.map(item));
});
check.disabled = false;
