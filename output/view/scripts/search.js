// Search by any name of an entity, with its kind.

const search = { hits: [], at: -1 };
const MOST_HITS = 12;

const haystack = model.entities.map((entity) => ({
  entity,
  label: folded(entity.label),
  others: entity.others.map((name) => [folded(name), name]),
}));

// Whole labels first, then beginnings, then words, then anything; other names count a little less.
function score(text, wanted) {
  if (text === wanted) return 4;
  if (text.startsWith(wanted)) return 3;
  if (text.includes(` ${wanted}`)) return 2;
  return text.includes(wanted) ? 1 : 0;
}

function findEntities(wanted) {
  const hits = [];
  for (const { entity, label, others } of haystack) {
    let best = score(label, wanted);
    let name = "";
    for (const [text, original] of others) {
      const other = score(text, wanted) - 0.5;
      if (other > best) {
        best = other;
        name = original;
      }
    }
    if (best > 0) hits.push({ entity, best, name });
  }
  return hits.sort((a, b) => b.best - a.best || a.entity.rank - b.entity.rank);
}

function onSearch() {
  const wanted = folded(byId("find").value.trim());
  const all = wanted ? findEntities(wanted) : [];
  search.hits = all.slice(0, MOST_HITS);
  search.at = search.hits.length ? 0 : -1;
  showHits(wanted, all.length);
}

function showHits(wanted, total) {
  const list = byId("hits");
  const field = byId("find");
  const entries = search.hits.map(({ entity, name }, place) => make("li", {
    role: "option", id: `hit-${place}`, on: { mousedown: (event) => { event.preventDefault(); take(place); } },
  }, sign(entity.kind, 20), said(shortened(entity.label, 80), { class: "what" }),
  make("small", null, [kindText(entity), period(entity)].filter(Boolean).join(" · "),
    name ? [" · also ", said(shortened(name, 60))] : null)));
  if (wanted && !total) entries.push(make("li", { class: "none" }, "Nothing of that name"));
  if (total > search.hits.length) entries.push(make("li", { class: "none" }, `${total - search.hits.length} more: type on`));
  replaceChildren(list, entries);
  list.hidden = !wanted;
  field.setAttribute("aria-expanded", String(Boolean(wanted)));
  if (wanted) tell(total ? counted(total, "result") : "Nothing of that name.");
  markHit();
}

function markHit() {
  search.hits.forEach((_, place) => {
    const entry = byId(`hit-${place}`);
    entry.setAttribute("aria-selected", String(place === search.at));
    if (place === search.at) entry.scrollIntoView({ block: "nearest" });
  });
  const field = byId("find");
  if (search.at >= 0) field.setAttribute("aria-activedescendant", `hit-${search.at}`);
  else field.removeAttribute("aria-activedescendant");
}

function closeSearch() {
  byId("find").value = "";
  search.hits = [];
  search.at = -1;
  showHits("", 0);
}

function take(place) {
  const hit = search.hits[place];
  if (!hit) return;
  closeSearch();
  showDrawing();
  choose(hit.entity, { move: true, focus: true });
}

function startSearch() {
  const field = byId("find");
  field.addEventListener("input", onSearch);
  field.addEventListener("blur", () => { byId("hits").hidden = true; });
  field.addEventListener("focus", () => { if (search.hits.length) byId("hits").hidden = false; });
  field.addEventListener("keydown", (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && search.hits.length) {
      search.at = (search.at + step + search.hits.length) % search.hits.length;
      markHit();
    } else if (event.key === "Enter") take(search.at);
    else if (event.key === "Escape") {
      closeSearch();
      byId("picture").focus();
    } else return;
    event.preventDefault();
    event.stopPropagation();
  });
}
