// Says which browsers can run the page, where this one cannot: index.html has the words. Browsers that know no modules run it by themselves,
// so it keeps to the oldest syntax there is; boot.js has it loaded where WebAssembly is missing or too old.

document.getElementById("boot").className = "old";
