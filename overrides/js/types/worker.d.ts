/* Of the service worker's world what offline/worker.js uses: the browser's types for pages do not have it. */
interface ServiceWorkerScope {
  /** Of the book: its id, the folder of its lists, the page that stands in for one that is not saved. */
  HandbookData: { book: string; folder: string; page: string };
  registration: ServiceWorkerRegistration;
  clients: { claim(): Promise<void> };
  skipWaiting(): Promise<void>;
  addEventListener(type: "install" | "activate", act: (event: { waitUntil(done: Promise<void>): void }) => void): void;
  addEventListener(type: "fetch", act: (event: { request: Request; respondWith(answer: Promise<Response>): void }) => void): void;
}
