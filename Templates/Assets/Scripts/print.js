// On paper nothing is folded away.
export function unfoldForPrint() {
  let folded = [];
  const open = (isOpen) => folded.forEach((details) => { details.open = isOpen; });
  addEventListener("beforeprint", () => {
    folded = document.querySelectorAll("details:not([open])");
    open(true);
  });
  addEventListener("afterprint", () => open(false));
}
