/* Stands before the theme's script. Keeps search from loading anything until somebody searches, then answers the theme's
   search box with search.js in the place of the theme's worker; where the site has an index of Pagefind, that finds the
   pages first (search-pagefind.js). Does nothing where the theme has another search box. */
(function () {
  "use strict";
  var box = document.querySelector("input[data-md-component=search-query]");
  var config = document.getElementById("__config");
  if (!box || !config || !window.Worker || !window.EventTarget || !document.currentScript) return;

  var TYPES = { setup: 0, ready: 1, query: 2, result: 3 };
  var worker = JSON.parse(config.textContent).search;
  var here = document.currentScript.src;
  var plain = "plain" in document.currentScript.dataset;  // no fact sheet: it has no spellings of its own
  var paged = "pagefind" in document.currentScript.dataset;
  var asked = new URLSearchParams(location.search);
  var awake = false;
  var loading = 0;
  var port = new EventTarget();
  var messages = [];
  var find = null;
  var turn = 0;

  function say(message) {
    setTimeout(function () { port.dispatchEvent(new MessageEvent("message", { data: message })); });
  }

  function answer() {
    if (!awake || loading) return;
    messages.splice(0).forEach(function (message) {
      if (message.type === TYPES.setup) {
        var groups = window.factsheetSearchWords || [];
        find = paged ? window.factsheetPagefind(groups) : window.factsheetFinder(message.data.docs, groups);
        say({ type: TYPES.ready });
      } else if (message.type === TYPES.query && find) {
        var mine = turn += 1;
        var found = find(message.data);
        if (!paged) say({ type: TYPES.result, data: { items: found } });
        else found.then(function (items) { if (mine === turn) say({ type: TYPES.result, data: { items: items } }); });
      }
    });
  }

  function load(name) {
    var script = document.createElement("script");
    loading += 1;
    script.onload = script.onerror = function () {
      loading -= 1;
      answer();
    };
    script.src = new URL(name, here);
    document.head.appendChild(script);
  }

  port.postMessage = function (message) {
    messages.push(message);
    answer();
  };
  port.terminate = function () {};

  var Plain = window.Worker;
  window.Worker = function (url, options) {
    return String(url) === worker ? port : new Plain(url, options);
  };
  window.Worker.prototype = Plain.prototype;

  /* The theme asks for the index at once, whoever reads. It is held back until it is needed: for a search, or to mark
     the words somebody searched for (`?h=`). */
  var open = XMLHttpRequest.prototype.open;
  var send = XMLHttpRequest.prototype.send;
  var held = null;
  XMLHttpRequest.prototype.open = function (method, url) {
    if (/\/search\/search_index\.json$/.test(String(url))) held = { request: this, sent: false };
    return open.apply(this, arguments);
  };
  XMLHttpRequest.prototype.send = function () {
    if (held && held.request === this && !awake && !asked.get("h")) held.sent = true;
    else send.apply(this, arguments);
  };

  function wake() {
    if (awake) return;
    awake = true;
    XMLHttpRequest.prototype.open = open;
    XMLHttpRequest.prototype.send = send;
    if (held && held.sent) send.call(held.request);
    if (!plain) load("search-words.js");
    load("search.js");
    if (!paged) return;
    load("search-pagefind.js");
    import(new URL("../search/pagefind/pagefind.js", here).href).catch(function () {});  // at the same time
  }

  /* The theme hears keys only; what is pasted, dictated or composed comes without any. */
  box.addEventListener("input", function () { box.dispatchEvent(new KeyboardEvent("keyup")); });
  box.addEventListener("focus", wake);
  if (asked.has("q") || document.activeElement === box) wake();
})();
