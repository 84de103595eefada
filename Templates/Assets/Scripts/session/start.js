// The button that opens a guided session. What the session holds stands beside it as JSON. Where the browser knows no dialogs there is no
// button. The rest is loaded when it is pressed.

export function start(element) {
  if (typeof HTMLDialogElement !== "function") return;
  const data = JSON.parse(element.querySelector("script[type='application/json']").textContent);
  element.querySelector("button").addEventListener("click", async () => {
    try {
      (await import("./open.js")).openSession(data);
    } catch (error) {
      element.querySelector("[role=status]").textContent = element.dataset.failed;
    }
  });
  element.hidden = false;
}
