/* Finds pages: one entry for each page (or section of a page), ranked by where and how wholly the words stand in it.
   Loaded by search-start.js when a reader begins to search. `factsheetFinder(docs, groups)` gives `find(query)`, which
   answers in the shape the theme's search box shows; `find.asked(query)` gives what is asked for, word by word,
   and `find.knows(word)` tells whether a word stands in any entry.
   Knows the entries of the index and which spellings go together
   (search-words.js); those spellings lead to pages and are never shown. */
(function () {
  "use strict";
  var STOP = new Set(("a about an and are as at be been by did do does for from had has have how in is it its of on or say said " +
    "says that the their there they this to was were what when where which who whom whose why will with").split(" "));
  var ONES = ("zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen " +
    "seventeen eighteen nineteen").split(" ");
  var TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split(" ");
  var MONTHS = "january february march april may june july august september october november december".split(" ");
  var MONTH_DAY = new RegExp("\\b(" + MONTHS.join("|") + ")\\s+(\\d{1,2})\\b(?!,\\d)", "gi");
  var LONGEST_PHRASE = 9;
  var MOST = 60;
  var FEW = 5;

  /* A number with its thousands, or a word; tags and entities are matched to be passed over. */
  var PIECE = /<[^>]*>|&#?\w+;|\d{1,3}(?:[,.\u00a0\u2009\u202f]\d{3})+(?!\d)|\d+|[\p{L}\p{M}]+(?:['’ʼ`][\p{L}\p{M}]+)*[\p{L}\p{M}\d]*/gu;
  var TYPED = /\d{1,3}(?:[,.\s]\d{3})+(?!\d)|[\p{L}\p{M}]*\d+|[\p{L}\p{M}]+(?:['’ʼ`][\p{L}\p{M}]+)*\d*/gu;

  function fold(word) {
    if (/^\d/.test(word)) return word.replace(/[^\d]/g, "");
    return word.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase()
      .replace(/['’ʼ`]s$/, "").replace(/['’ʼ`]/g, "");
  }

  function pieces(html) {
    var found = [];
    for (var match of html.matchAll(PIECE)) {
      var first = match[0][0];
      if (first !== "<" && first !== "&") {
        found.push({ word: fold(match[0]), start: match.index, end: match.index + match[0].length });
      }
    }
    return found;
  }

  function words(text) {
    return Array.from(text.matchAll(TYPED), function (match) { return fold(match[0]); }).filter(Boolean);
  }

  /* Words somebody typed, with days before months as the pages say them: `June 9` is `9 June`. */
  function asTyped(query) {
    return words(dayFirst(query));
  }

  function dayFirst(query) {
    return query.replace(MONTH_DAY, "$2 $1");
  }

  /* "twelve hundred", "six thousand", "one thousand two hundred" as digits; nothing for other words. */
  function numberOf(typed) {
    var whole = 0;
    var part = 0;
    for (var word of typed) {
      var one = ONES.indexOf(word);
      var ten = TENS.indexOf(word);
      if (one >= 0) part += one;
      else if (ten >= 0) part += 10 * (ten + 2);
      else if (word === "hundred") part = (part || 1) * 100;
      else if (word === "thousand") { whole += (part || 1) * 1000; part = 0; }
      else if (word !== "and" || !part && !whole) return "";
    }
    return String(whole + part);
  }

  /* What is left of an English word without its ending, to find its other forms; the word itself where it is short. */
  function stem(word) {
    if (!/^[a-z]{5,}$/.test(word)) return word;
    var short = word.replace(/(?:ations?|ments?|ings?|ies|ied|ers?|ed|es|s|e|y)$/, "");
    return short.length >= 4 ? short : word;
  }

  function distance(one, other, most) {
    if (Math.abs(one.length - other.length) > most) return most + 1;
    var before = [];
    var row = Array.from({ length: other.length + 1 }, function (_, index) { return index; });
    for (var i = 1; i <= one.length; i += 1) {
      var older = before;
      before = row;
      row = [i];
      for (var j = 1; j <= other.length; j += 1) {
        var same = one[i - 1] === other[j - 1] ? 0 : 1;
        row[j] = Math.min(before[j] + 1, row[j - 1] + 1, before[j - 1] + same);
        if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]) {
          row[j] = Math.min(row[j], older[j - 2] + 1);
        }
      }
    }
    return row[other.length];
  }

  /* Where a phrase stands among pieces: the indexes of its first words. `open` lets its last word go on. */
  function places(list, phrase, open) {
    var found = [];
    for (var at = 0; at + phrase.length <= list.length; at += 1) {
      var step = 0;
      while (step < phrase.length && (list[at + step].word === phrase[step] ||
        open && step === phrase.length - 1 && list[at + step].word.startsWith(phrase[step]))) step += 1;
      if (step === phrase.length) found.push(at);
    }
    return found;
  }

  function entry(doc) {
    var blocks = doc.text.split(/<\/?p>/).filter(function (block) { return block.trim(); });
    return {
      doc: doc,
      page: doc.location.split("#")[0],
      title: pieces(doc.title),
      tags: pieces((doc.tags || []).join(" ")),
      blocks: blocks,
      text: blocks.map(pieces),
    };
  }

  function factsheetFinder(docs, groups) {
    var entries = docs.map(entry);
    var vocabulary = new Map();
    entries.forEach(function (item) {
      [item.title, item.tags].concat(item.text).forEach(function (list) {
        list.forEach(function (piece) { vocabulary.set(piece.word, (vocabulary.get(piece.word) || 0) + 1); });
      });
    });
    var families = new Map();
    vocabulary.forEach(function (_, word) { families.set(stem(word), (families.get(stem(word)) || []).concat(word)); });
    var spellings = new Map();
    groups.forEach(function (group) {
      var names = group[0].concat(group[1]).map(words);
      names.forEach(function (name) { spellings.set(name.join(" "), names); });
    });

    /* Words that occur, or spellings, nearest to a word nobody has; none where they are too far. */
    function nearest(word) {
      var most = word.length >= 8 ? 2 : word.length >= 4 ? 1 : 0;
      var best = [];
      var closest = most + 1;
      [vocabulary, spellings].forEach(function (known) {
        known.forEach(function (_, other) {
          if (other[0] !== word[0] && most < 2) return;
          var far = distance(word, other, most);
          if (far < closest) { closest = far; best = []; }
          if (far === closest && far <= most) best.push(other);
        });
      });
      return best.slice(0, 6);
    }

    function begun(word) {
      var found = [];
      if (word.length >= 3) {
        spellings.forEach(function (names, spelling) { if (spelling.startsWith(word)) found = found.concat(names); });
      }
      return found;
    }

    function occurs(word) {
      for (var known of vocabulary.keys()) if (known.startsWith(word)) return true;
      return false;
    }

    /* One thing asked for: phrases any of which will do, each with its worth and whether its last word may go on. */
    function phrase(list, worth, open) {
      return { words: list, worth: worth, open: Boolean(open) };
    }

    /* A word, its other forms (delayed, delaying), and words it begins. */
    function forms(word, worth) {
      var root = stem(word);
      return [phrase([word], worth)]
        .concat((families.get(root) || []).map(function (other) { return phrase([other], 0.95 * worth); }))
        .concat([phrase([word], 0.7 * worth, true), phrase([root], 0.5 * worth, true)]);
    }

    function oneWord(word) {
      if (/^\d+$/.test(word)) return [phrase([word], 1), phrase([word], 0.2, word.length > 1)];
      if (occurs(word) || families.has(stem(word))) return forms(word, 1);
      var ways = begun(word).map(function (names) { return phrase(names, 0.8); });
      if (ways.length) return ways;
      return [phrase([word], 1)].concat(nearest(word).flatMap(function (other) {
        var names = spellings.get(other);
        return names ? names.map(function (name) { return phrase(name, 0.8); }) : forms(other, 0.8);
      }));
    }

    function concepts(typed) {
      var found = [];
      var bare = typed.every(function (word) { return STOP.has(word); });
      for (var at = 0; at < typed.length;) {
        var ways = null;
        var part = [];
        for (var size = Math.min(LONGEST_PHRASE, typed.length - at); size > 0 && !ways; size -= 1) {
          part = typed.slice(at, at + size);
          var names = spellings.get(part.join(" "));
          var number = numberOf(part);
          if (size === 2 && /^\d\d?$/.test(part[0]) && MONTHS.includes(part[1])) ways = [phrase(part, 1)];
          else if (names) ways = [phrase(part, 1)].concat(names.map(function (name) { return phrase(name, 0.9); }));
          else if (number && number !== "0" && !(size > 1 && part[size - 1] === "and")) {
            ways = [phrase(part, 1), phrase([number], size > 1 || part[0].length > 3 ? 0.9 : 0.5)];
          }
        }
        if (!ways && (bare || !STOP.has(part[0]))) ways = oneWord(part[0]);
        if (ways) found.push({ said: part.join(" "), ways: ways, at: at, size: part.length });
        at += part.length;
      }
      return found;
    }

    function best(list, ways) {
      var worth = 0;
      var hits = new Map();
      ways.forEach(function (way) {
        places(list, way.words, way.open).forEach(function (place) {
          worth = Math.max(worth, way.worth);
          way.words.forEach(function (_, step) { hits.set(place + step, true); });
        });
      });
      return { worth: worth, hits: Array.from(hits.keys()) };
    }

    function look(item, concept) {
      var title = best(item.title, concept.ways);
      var tags = best(item.tags, concept.ways);
      var text = item.text.map(function (list) { return best(list, concept.ways); });
      var inText = Math.max.apply(null, [0].concat(text.map(function (one) { return one.worth; })));
      var worth = 3 * title.worth / (1 + 0.02 * item.title.length) + 2 * tags.worth + inText;
      return { worth: worth, title: title.hits, text: text.map(function (one) { return one.hits; }) };
    }

    function find(query) {
      var typed = asTyped(query);
      var id = query.trim().toLowerCase();
      var asked = concepts(typed);
      if (!asked.length) return [];
      var seen = entries.map(function (item) {
        return asked.map(function (concept) { return look(item, concept); });
      });
      var rare = asked.map(function (_, index) {
        var having = seen.filter(function (row) { return row[index].worth; }).length;
        return Math.log(1 + entries.length / (having || entries.length));
      });
      var all = rare.reduce(function (sum, one) { return sum + one; }, 0);
      var results = [];
      entries.forEach(function (item, number) {
        var row = seen[number];
        var score = 0;
        var had = 0;
        row.forEach(function (one, index) {
          score += rare[index] * one.worth;
          if (one.worth) had += rare[index];
        });
        score *= Math.pow(had / all, 2) * (item.doc.boost || 1);
        if (typed.length > 1) {
          if (places(item.title, typed, true).length || places(item.tags, typed, true).length) score *= 2;
          else if (item.text.some(function (list) { return places(list, typed, true).length; })) score *= 1.6;
        }
        if (asked.length === 1 && asked[0].ways.some(function (way) {
          return way.words.length === item.title.length && places(item.title, way.words, way.open).length;
        })) score *= 4;
        var isId = item.page.replace(/(?:\/|\.html)$/, "").split("/").pop() === id && item.page === item.doc.location;
        if (isId) score = 1000 + score * 10;
        if (score) results.push({ item: item, score: score, row: row, whole: isId || had / all >= 0.4 });
      });
      var whole = results.filter(function (result) { return result.whole; });
      if (whole.length >= FEW) results = whole;
      results.sort(function (one, other) {
        return other.score - one.score || (one.item.doc.location < other.item.doc.location ? -1 : 1);
      });
      return together(results.slice(0, MOST), asked);
    }

    /* Sections of one page stand together under it, as the theme shows them. */
    function together(results, asked) {
      var pages = new Map();
      results.forEach(function (result) {
        var listed = pages.get(result.item.page) || [];
        listed.push(shown(result, asked));
        pages.set(result.item.page, listed);
      });
      pages.forEach(function (listed, page) {
        if (!listed.some(function (one) { return !one.location.includes("#"); })) {
          var head = entries.find(function (item) { return item.doc.location === page; });
          if (head) listed.push(shown({ item: head, score: 0, row: [] }, []));
        }
      });
      return Array.from(pages.values());
    }

    find.knows = function (word) { return occurs(word) || families.has(stem(word)); };
    find.asked = function (query) {
      var typed = Array.from(dayFirst(query).matchAll(TYPED), function (match) { return match[0]; })
        .filter(function (word) { return fold(word); });
      return concepts(typed.map(fold)).map(function (concept) {
        concept.typed = typed.slice(concept.at, concept.at + concept.size).join(" ");
        return concept;
      });
    };
    return find;
  }

  function marked(html, list, hits, terms) {
    var told = "";
    var at = 0;
    hits.slice().sort(function (one, other) { return one - other; }).forEach(function (index) {
      var piece = list[index];
      var word = html.slice(piece.start, piece.end);
      terms[word] = true;
      told += html.slice(at, piece.start) + "<mark>" + word + "</mark>";
      at = piece.end;
    });
    return told.replace(/<\/mark>(\s+)<mark>/g, "$1") + html.slice(at);
  }

  function escaped(text) {
    return text.replace(/&/g, "&amp;").replace(/</g, "&lt;");
  }

  /* The title behind the kind of page and its status, the block that says who states it, and the block that fits best. */
  function shown(result, asked) {
    var item = result.item;
    var terms = {};
    function gathered(pick) {
      return Array.from(new Set(result.row.flatMap(pick)));
    }
    var title = marked(item.doc.title, item.title, gathered(function (one) { return one.title; }), terms);
    var fits = item.blocks.map(function (_, number) {
      return { number: number, hits: gathered(function (one) { return one.text[number]; }),
        kinds: result.row.filter(function (one) { return one.text[number].length; }).length };
    });
    var finest = fits.slice(1).sort(function (one, other) {
      return other.kinds - one.kinds || other.hits.length - one.hits.length || one.number - other.number;
    })[0];
    var chosen = fits.slice(0, 1).concat(finest && finest.hits.length ? [finest] : []);
    var text = chosen.map(function (one) {
      return "<p>" + marked(item.blocks[one.number], item.text[one.number], one.hits, terms) + "</p>";
    }).join("");
    asked.forEach(function (concept, index) {
      if (result.row[index] && !result.row[index].worth) terms[concept.said] = false;
    });
    var kind = item.doc.location.includes("#") ? "" : (item.doc.tags || []).map(escaped).join(", ");
    return {
      location: item.doc.location,
      title: (kind ? "<span class=\"fs-found\">" + kind + "</span> " : "") + title,
      text: text,
      score: result.score,
      terms: terms,
    };
  }

  window.factsheetFinder = factsheetFinder;
})();
