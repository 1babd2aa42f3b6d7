// The service worker. Notifications are in push.js.
importScripts("/push.js");
