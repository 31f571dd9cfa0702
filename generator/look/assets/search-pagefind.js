/* Finds pages of a large site: Pagefind loads the few pieces of its index that have the words, and search.js ranks and
   shows the best of what it found, so that results look as on a small site. Loaded by search-start.js when a reader begins
   to search. `factsheetPagefind(groups)` gives `find(query)`, which promises its answer. Pagefind knows no
   spellings: the words of the sources are put in their place before it is asked. */
(function () {
  "use strict";
  var MOST = 20;     /* pages that are loaded and shown */
  var WAYS = 8;      /* how often Pagefind is asked for one query */
  var PAUSE = 60;    /* milliseconds in which the next key may come: nothing is loaded for half a word */
  var ENOUGH = 5;    /* pages with every word, after which single words need not be looked for */
  var BETWEEN = "\u241e";
  var COUNT = ".md-search-result__meta";

  /* Loaded while the reader begins to type. */
  var folder = new URL("../search/pagefind/", document.currentScript.src).href;
  var ready = import(folder + "pagefind.js").then(async function (pagefind) {
    await pagefind.options({ basePath: folder, baseUrl: "/", noWorker: true });
    await pagefind.init();
    return pagefind;
  });
  ready.catch(function () {});

  function escaped(text) {
    return text.replace(/&/g, "&amp;").replace(/</g, "&lt;");
  }

  /* Another spelling, or a number in another form. */
  function sure(way) {
    return way.worth >= 0.9 || /^\d+$/.test(way.words.join(""));
  }

  /* A spelling that may be meant. */
  function guessed(way) {
    return way.worth < 0.9 && !sure(way) && !way.open;
  }

  function entry(data) {
    var blocks = data.content.split(BETWEEN).slice(1).map(function (block) { return block.trim(); });
    return {
      location: data.meta.location,
      title: escaped(data.meta.title || ""),
      tags: (data.meta.kind || "").split(", ").filter(Boolean),
      boost: Number(data.meta.boost) || 1,
      text: blocks.filter(Boolean).map(function (block) { return "<p>" + escaped(block) + "</p>"; }).join(""),
    };
  }

  /* Says how many pages there are, where more were found than are shown, or that search is out of order. The theme writes
     its own count whenever results come; this is put in its place. */
  function teller() {
    var said = "";
    var place = document.querySelector(COUNT);
    var box = document.querySelector("input[data-md-component=search-query]");
    function put() {
      if (said && box.value.trim() && place.textContent !== said) place.textContent = said;
    }
    if (place) new MutationObserver(put).observe(place, { childList: true, characterData: true, subtree: true });
    return function (text) {
      said = text;
      if (place) setTimeout(put, 50);
    };
  }

  function factsheetPagefind(groups) {
    var tell = teller();
    var asked = window.factsheetFinder([], groups).asked;
    var known = new Map();

    /* The query in Pagefind's words: as it is typed, then with other spellings and other forms of numbers; with `guesses`,
       with what may be meant as well. */
    function ways(concepts, guesses) {
      var found = [{ words: concepts.map(function (concept) { return concept.typed; }), worth: 1 }];
      concepts.forEach(function (concept, place) {
        var others = concept.ways.filter(function (way) { return guesses || sure(way); });
        found.slice().forEach(function (before) {
          others.forEach(function (way) {
            var words = before.words.slice();
            words[place] = way.words.join(" ");
            found.push({ words: words, worth: before.worth * way.worth });
          });
        });
      });
      return found.sort(function (one, other) { return other.worth - one.worth; });
    }

    async function look(pagefind, list, pages) {
      var seen = new Set();
      for (var way of list) {
        var text = way.words.join(" ");
        if (seen.has(text) || seen.size >= WAYS) continue;
        seen.add(text);
        (await pagefind.search(text)).results.forEach(function (result) {
          var score = result.score * way.worth;
          var before = pages.get(result.id);
          if (!before || before.score < score) pages.set(result.id, { score: score, result: result });
        });
      }
    }

    function single(concepts) {
      return concepts.map(function (concept) { return { words: [concept.typed], worth: 0.3 }; });
    }

    async function loaded(page) {
      if (!known.has(page.result.id)) known.set(page.result.id, entry(await page.result.data()));
      return known.get(page.result.id);
    }

    /* The best pages, ranked and shown as on a small site. */
    async function ranked(pages) {
      var best = Array.from(pages.values()).sort(function (one, other) { return other.score - one.score; }).slice(0, MOST);
      return window.factsheetFinder(await Promise.all(best.map(loaded)), groups);
    }

    async function answer(query, stale) {
      var concepts = asked(query);
      if (!concepts.length) return [];
      var pause = new Promise(function (go) { setTimeout(go, PAUSE); });
      var pagefind = (await Promise.all([ready, pause]))[0];
      if (stale()) return [];
      var pages = new Map();
      await look(pagefind, ways(concepts, false), pages);
      if (pages.size < ENOUGH && concepts.length > 1) await look(pagefind, single(concepts), pages);
      if (stale()) return [];
      var find = await ranked(pages);
      /* For a word that stands nowhere Pagefind gives pages with its beginning. */
      if (concepts.some(function (concept) { return concept.ways.some(guessed) && !find.knows(concept.said); })) {
        pages.clear();
        await look(pagefind, ways(concepts, true), pages);
        find = await ranked(pages);
      }
      var items = find(query);
      var told = items.reduce(function (sum, listed) { return sum + listed.length; }, 0);
      tell(pages.size > told && told >= MOST ? "The best " + items.length + " of " + pages.size.toLocaleString("en") + " pages" : "");
      return items;
    }

    var turn = 0;
    return function (query) {
      var mine = turn += 1;
      tell("");
      return answer(query, function () { return mine !== turn; }).catch(function () {
        tell("Search could not be loaded; try again when there is a connection.");
        return [];
      });
    };
  }

  window.factsheetPagefind = factsheetPagefind;
})();
