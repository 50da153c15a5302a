// Says which browsers can run the page: index.html has the words. Run by browsers that know no modules, so it keeps to the oldest syntax there is.

document.getElementById("boot").className = "old";
