// What the data of the page look like to the scripts; only the checker of types reads this.

type Span = [number, number] | null;
type Point = [number, number];
type Box = [number, number, number, number];
type Which = "events" | "documents";
type FacetName = "polarity" | "certainty" | "source" | "speaker" | "document" | "relation";
type FilterName = "kind" | FacetName;

interface TextDocument {
  number: number;
  title: string;
  iri: string;
  date: string;
  source: string;
  sentences: Sentence[];
}

interface Sentence {
  number: number;
  words: string;
  document: TextDocument;
  index: number;
  page: number;
  start: number;
  statements: Statement[];
  folded?: string;
}

interface Entity {
  number: number;
  iri: string;
  label: string;
  kind: string;
  others: string[];
  mentions: number;
  titles: string[];
  eventType: string;
  begin: string;
  end: string;
  named: number;
  salience: number;
  facts: Statement[];
  statements: Statement[];
  lines: Line[];
  rank: number;
  x: number;
  y: number;
  size: number;
  shape: string;
  /** Not in the opening picture. */
  aside: boolean;
  /** The number of the community that stands for it in a large network, or -1. */
  community: number;
  places: { opening: Point; all: Point };
  shown: boolean;
  /** vis-network has been given it. */
  isDrawn: boolean;
}

interface Statement {
  number: number;
  iri: string;
  subject: Entity;
  predicate: string;
  object: Entity | null;
  value: string;
  denied: boolean;
  hedged: boolean;
  confidence: number;
  speaker: string;
  sentence: Sentence;
  subjectSpan: Span;
  relationSpan: Span;
  objectSpan: Span;
  rule: string;
  role: string;
  group: string;
  bound: string;
  time: string;
  /** The kind of who says it; empty for authors and outlets. */
  source: string;
  line: Line | undefined;
  /** The names of the filters that keep it out. */
  out: string[];
  passes: boolean;
  shown: boolean;
}

interface Line {
  number: number;
  subject: Entity;
  object: Entity;
  denied: boolean;
  hedged: boolean;
  claim: boolean;
  bend: number;
  predicate: string;
  statements: Statement[];
  shown: boolean;
  isDrawn: boolean;
  width: number;
}

/** Entities that hang together, as one shape. */
interface Community {
  number: number;
  members: Entity[];
  /** The one it is named after. */
  first: Entity;
  kind: string;
  label: string;
  x: number;
  y: number;
  size: number;
  shape: string;
  rank: number;
  places: { opening: Point; all: Point };
  /** How many of its members it stands for now. */
  left: number;
  shown: boolean;
  isDrawn: boolean;
}

/** What is drawn as a shape. */
type Shape = Entity | Community;

/** All lines between two shapes of which one is a community, as one. */
interface Bundle {
  number: number;
  isBundle: true;
  subject: Shape;
  object: Shape;
  statements: Statement[];
  bend: 0;
  denied: false;
  hedged: false;
  claim: false;
  shown: boolean;
  isDrawn: boolean;
  width: number;
}

/** What is drawn as a line. */
type Stroke = Line | Bundle;

interface Model {
  entities: Entity[];
  statements: Statement[];
  lines: Line[];
  documents: TextDocument[];
  sentences: Sentence[];
  /** The entities, those that are named first in the picture first. */
  ranked: Entity[];
  hasClaims: boolean;
  /** Where the shapes of communities stand, by their numbers. */
  circles: Columns;
  leftOut: string;
}

/** A table of the page: a list for each column. */
type Columns = Record<string, any[]>;

interface PackedEvidence {
  entities: Columns;
  statements: Columns;
  sentences: Columns;
  documents: Columns;
  texts: string[];
  leftOut: string;
}

interface Packed {
  evidence: PackedEvidence;
  drawing: { nodes: Columns; edges: Columns; circles: Columns };
}

type TextOf = (number: number) => string;

interface Look {
  name: string;
  plural: string;
  shape: string;
  colour: string;
}

interface Words {
  kinds: Record<string, Look>;
  relations: Record<string, [string, string]>;
  groups: Record<string, string>;
  bounds: Record<string, string>;
}

interface Path {
  from: Entity;
  to: Entity | null;
  lines: Line[];
  entities: Entity[];
}

interface FoundPath extends Path {
  to: Entity;
}

type Sheet =
  | { name: "table" }
  | { name: "compare"; entity: Entity }
  | { name: "read"; document: TextDocument; sentence: Sentence | null };

interface State {
  entity: Entity | null;
  line: Line | null;
  hover: { shape: Shape | null; line: Stroke | null } | null;
  path: Path | null;
  steps: number;
  alone: boolean;
  sheet: Sheet | null;
  hidden: Record<FilterName, Set<string>>;
  confidence: number;
  all: boolean;
  wanted: Set<Entity>;
  /** The communities whose members are drawn, those opened last at the end. */
  opened: Set<Community>;
  left: Set<Entity> | null;
  dates: Record<Which, [string, string] | null>;
  undated: Record<Which, boolean>;
}

interface Facet {
  title: string;
  keyOf: (statement: Statement) => string;
  nameOf: (key: string) => string;
}

interface Hit {
  entity?: Entity;
  name?: string;
  best?: number;
  what?: string;
  about?: string;
  take: () => void;
}

/** A name of an entity, empty where it is its label. */
interface Name {
  entity: Entity;
  name: string;
}

interface Found {
  entity: Entity;
  best: number;
  name: string;
}

type Signal = "panel" | "legend" | "filtered" | "sheet";

interface Detail {
  /** The panel stays where it is scrolled to. */
  keep?: boolean;
  focus?: boolean;
}

type Child = Node | string | number | null | undefined | false | Child[];

interface Options {
  class?: string;
  on?: Record<string, (event: any) => void>;
  data?: Record<string, string>;
  [attribute: string]: any;
}

/** The elements of page.html.j2 by their names. */
type PartOf<Id> = Id extends "find" ? HTMLInputElement : Id extends "save" ? HTMLDetailsElement : HTMLElement;

type LinePart = { sort: "line"; points: Point[]; colour: string; alpha: number; width: number; dash: number[]; tip: string };
type ShapePart = { sort: "shape"; shape: string; x: number; y: number; r: number; colour: string; border: string; width: number; alpha: number };
type TextPart = { sort: "text"; text: string; x: number; y: number; size: number; weight: number | string; colour: string; align: CanvasTextAlign };
type Part = LinePart | ShapePart | TextPart;

interface Grid {
  room: Room;
  isFree: (box: Box, self: Shape | null, among?: "all" | "labels") => boolean;
  take: (box: Box, self: Shape | null) => void;
}

interface Room {
  width: number;
  height: number;
}

type OnScreen = (x: number, y: number) => Point;

interface PrefixCode {
  counts: number[];
  symbols: number[];
}

interface BitReader {
  bits: (count: number) => number;
  symbol: (code: PrefixCode) => number;
  copied: () => Uint8Array;
}

/** What the scripts use of vis-network 9.1.2, its insides included. */
declare const vis: { Network: new (element: HTMLElement, data: object, options: object) => VisNetwork };

interface View {
  scale: number;
  x: number;
  y: number;
}

interface XY {
  x: number;
  y: number;
}

interface VisNetwork {
  on(name: string, act: (event: any) => void): void;
  redraw(): void;
  moveTo(options: object): void;
  getScale(): number;
  getViewPosition(): XY;
  getPosition(id: number): XY;
  getNodeAt(point: XY): number | undefined;
  canvasToDOM(point: XY): XY;
  DOMtoCanvas(point: XY): XY;
  _updateVisibleIndices(): void;
  canvas: { pixelRatio: number; frame: { canvas: HTMLCanvasElement } };
  renderer: { _redraw: (hidden?: boolean) => void; redrawRequested: boolean };
  body: {
    view: { scale: number; translation: XY };
    nodes: Record<number, { x: number; y: number; options: any; shape: any }>;
    edges: Record<number, { options: any; connected: boolean; from: XY; to: XY; edgeType: any }>;
    data: { nodes: { add(rows: object[]): void }; edges: { add(rows: object[]): void } };
  };
}
