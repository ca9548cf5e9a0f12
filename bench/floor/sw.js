// @ts-nocheck -- a service worker, and this folder is checked as a page
// The least a page needs to open with the server gone. With ?routed the browser answers from the cache itself, as Vaktbok's does.
self.addEventListener("install", (event) => {
  event.waitUntil(caches.open("floor").then((cache) => cache.addAll(["/", "/?routed"])));
  if (self.location.search === "?routed") event.addRoutes([{ condition: { urlPattern: { pathname: "/" } }, source: "cache" }]);
});
self.addEventListener("fetch", (event) => {
  event.respondWith(caches.match(event.request).then((kept) => kept ?? fetch(event.request)));
});
