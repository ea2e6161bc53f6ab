import document from "document";

const start = document.getElementById("start");
if (start) start.addEventListener("click", () => console.log("start"));
