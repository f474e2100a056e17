/**
 * Shows a word of our own where a page cannot be reached. Nothing else is kept: what people see in the dashboard is
 * never older than the server's answer.
 */
const cacheName = "offline-1";
const notice = "/offline.html";

self.addEventListener("install", (event) => {
  event.waitUntil(
    caches.open(cacheName).then((cache) => cache.add(new Request(notice, { cache: "reload" }))),
  );
  self.skipWaiting();
});

self.addEventListener("activate", (event) => {
  const outdated = async () =>
    Promise.all((await caches.keys()).filter((key) => key !== cacheName).map((key) => caches.delete(key)));
  event.waitUntil(outdated().then(() => self.clients.claim()));
});

self.addEventListener("fetch", (event) => {
  if (event.request.mode !== "navigate") return;
  event.respondWith(fetch(event.request).catch(() => caches.match(notice)));
});
