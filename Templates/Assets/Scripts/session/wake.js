// Keeps the screen on. A browser lets go of it when the page is hidden, so it is taken again when the page comes back.
export function keepAwake() {
  let lock = null;
  let isOver = false;

  async function take() {
    if (isOver || document.visibilityState !== "visible" || !navigator.wakeLock) return;
    try {
      const taken = await navigator.wakeLock.request("screen");
      if (isOver) taken.release();
      else lock = taken;
    } catch (error) {
      // Refused, such as at a low battery: the session goes on.
    }
  }

  document.addEventListener("visibilitychange", take);
  take();
  return () => {
    isOver = true;
    document.removeEventListener("visibilitychange", take);
    if (lock) lock.release();
  };
}
