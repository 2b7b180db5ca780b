// The state of the page in its address, after the #, so that a link shows what you see.

const DIVIDER = "\u001f";

function localName(iri) {
  return iri.split(/[/#]/).pop();
}

const localCounts = countBy(model.entities, (entity) => localName(entity.iri));

function nameOf(entity) {
  const local = localName(entity.iri);
  return local && localCounts.get(local) === 1 ? local : entity.iri;
}

function stateText() {
  const parts = new URLSearchParams();
  if (state.entity) parts.set("id", nameOf(state.entity));
  if (state.line) parts.set("statement", localName(state.line.statements[0].iri) || String(state.line.number));
  for (const [name, off] of Object.entries(state.hidden)) if (off.size) parts.set(`no-${name}`, [...off].join(DIVIDER));
  if (state.confidence) parts.set("confidence", state.confidence);
  if (state.all) parts.set("aside", "shown");
  if (isDated()) parts.set("years", state.years.join("-"));
  return parts.toString();
}

let remembered = location.hash.slice(1);

function remember() {
  remembered = stateText();
  try {
    history.replaceState(null, "", remembered ? `#${remembered}` : location.pathname + location.search);
  } catch {
    // Some viewers of files forbid it; the page works without.
  }
}

function recall() {
  const parts = new URLSearchParams(location.hash.slice(1));
  clearFilters();
  for (const [name, off] of Object.entries(state.hidden)) {
    const text = parts.get(`no-${name}`);
    if (text !== null) text.split(DIVIDER).forEach((key) => off.add(key));
  }
  state.confidence = Math.min(1, Math.max(0, Number(parts.get("confidence")) || 0));
  state.all = parts.get("aside") === "shown";
  const years = /^(\d{1,4})-(\d{1,4})$/.exec(parts.get("years") || "");
  if (YEARS && years && Number(years[1]) <= Number(years[2])) state.years = [Number(years[1]), Number(years[2])];
  fillFilters();
  applyFilters();
  const id = parts.get("id");
  const key = parts.get("statement");
  state.entity = id === null ? null : model.entities.find((entity) => entity.iri === id || localName(entity.iri) === id) || null;
  state.line = key === null ? null
    : model.lines.find((line) => line.statements.some((s) => localName(s.iri) === key) || String(line.number) === key) || null;
  return id !== null && !state.entity ? `Nothing here is called ${shortened(plain(id), 60)}.` : "";
}

async function copyLink() {
  remember();
  const link = location.href;
  try {
    await navigator.clipboard.writeText(link);
  } catch {
    const field = make("textarea", { class: "unseen" }, link);
    document.body.append(field);
    field.select();
    document.execCommand("copy");
    field.remove();
  }
  tell("The link to what you see is copied.");
}
