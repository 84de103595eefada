// Keeps the screen on. A browser lets go of it when the page is hidden, so it is taken again when the page comes back.
export function keepAwake() {
  let lock;
  let isOver = false;

  async function take() {
    if (document.hidden) return;
    try {
      lock = await navigator.wakeLock.request("screen");
      if (isOver) lock.release();
    } catch (error) {
      // Not known, or refused, such as at a low battery: the session goes on.
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
