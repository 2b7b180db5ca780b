// The shortest way from one thing to another along what the texts say.

function shortestPath(from, to) {
  const before = new Map([[from, null]]);
  let edge = [from];
  while (edge.length && !before.has(to)) {
    const next = [];
    for (const one of edge) {
      for (const line of one.lines) {
        const other = line.subject === one ? line.object : line.subject;
        if (before.has(other) || !line.statements.some((s) => s.passes)) continue;
        before.set(other, line);
        next.push(other);
      }
    }
    edge = next;
  }
  if (!before.has(to)) return null;
  const lines = [];
  for (let one = to; one !== from;) {
    const line = before.get(one);
    lines.unshift(line);
    one = line.subject === one ? line.object : line.subject;
  }
  return lines;
}

function askForPath(from) {
  state.path = { from, to: null, lines: [], entities: [from] };
  tell(`Where should the path from ${shortened(plain(from.label), 60)} lead? Click a shape or search for one; Esc gives up.`);
  byId("find").focus();
}

function showPath(from, to) {
  const lines = shortestPath(from, to);
  if (!lines) {
    state.path = null;
    choose(to, { move: true });
    return tell(`No way leads from ${shortened(plain(from.label), 60)} to ${shortened(plain(to.label), 60)}${isFiltered() ? " with these filters" : ""}.`);
  }
  const entities = [from];
  for (const line of lines) entities.push(line.subject === entities.at(-1) ? line.object : line.subject);
  Object.assign(state, { path: { from, to, lines, entities }, entity: null, line: null, alone: false });
  if (entities.some(isAside)) bringBack(...entities);
  applyFilters();
  paint();
  fit(entities, false, MOST_NEAR);
  showPanel(pathPanel(), true);
  tell(`${counted(lines.length, "step")} from ${shortened(plain(from.label), 60)} to ${shortened(plain(to.label), 60)}.`);
  remember();
}

function pathPanel() {
  const { from, to, lines, entities } = state.path;
  return [
    closeButton(),
    make("h2", { class: "kind" }, `Shortest path · ${counted(lines.length, "step")}`),
    make("div", { class: "triple" }, entities.map((entity, place) => {
      const end = entityButton(entity);
      end.append(said(shortened(entity.label, 110)));
      const line = lines[place];
      if (!line) return end;
      const head = [said(line.subject === entity ? `${lineText(line)} ↓` : `↑ ${lineText(line)}`, { class: line.denied ? "relation denied" : "relation" }), make("span", { class: "count" }, `${line.statements.length} ×`)];
      return [end, row(head, passing(line.statements))];
    })),
    make("p", { class: "go" }, button("The other way round", () => showPath(to, from), { class: "link" })),
  ];
}
