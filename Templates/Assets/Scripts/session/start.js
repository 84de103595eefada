// The button that opens a guided session. What the session holds stands beside it as JSON. Where the browser knows no dialogs there is no
// button. The rest is loaded when it is pressed.
export function offerSession(element) {
  if (!self.HTMLDialogElement) return;
  const data = JSON.parse(element.querySelector("script").textContent);
  element.querySelector("button").onclick = async () => {
    try {
      (await import("./open.js")).openSession(data);
    } catch (error) {
      element.querySelector("[role=status]").textContent = element.dataset.failed;
    }
  };
  element.hidden = false;
}
