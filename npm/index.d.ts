// The types of the package. Names and forms are those of the JSON that the command line and the page's export write; tests hold them to both.

/**
 * Checks the draft of a 法治政府建设年度报告.
 *
 * Any text gives a report: a poor one makes it poorer, never an error. The same text and settings give the same report, but for `stats`.
 * The call is synchronous and takes some milliseconds for a report of usual length; for texts of megabytes, call it in a worker.
 *
 * @param text The draft as plain text.
 * @param settings What is known of the draft; what is left open is recognised.
 * @throws {Error} Where the text is no string or a setting is wrong; the message says in Chinese what was given and what is allowed.
 */
export function analyse(text: string, settings?: Settings | null): Report;

/** All rules, category by category, with what is told of each. */
export function rules(): Rule[];

/**
 * What is known of a draft. What is left out, `undefined` or `null`, is recognised.
 * The names are those of the report, which has what was recognised in `elements.body_kind` and `elements.report_year`.
 */
export interface Settings {
  /** The kind of body that reports. */
  body_kind?: BodyKind | null | undefined;
  /** The year reported on: a whole number from 1990 to 2099. */
  report_year?: number | null | undefined;
  /** What the draft is for; `public` where it is left out. */
  purpose?: Purpose | null | undefined;
}

/**
 * The kind of body: `street` 街道办事处, `township` 乡、镇, `county_district` 县、区、旗, `city` 设区的市、自治州, `province` 省、自治区、直辖市,
 * `department` 地方政府部门, `ministry` 国务院部门, `other` 其他.
 */
export type BodyKind = "street" | "township" | "county_district" | "city" | "province" | "department" | "ministry" | "other";

/**
 * What the draft is for: `public` 公开稿, published, mostly without addressee, number, signature and date; `submission` 报送稿, sent to the bodies
 * above, in the form of an official document.
 */
export type Purpose = "public" | "submission";

/**
 * A place in the text, `[start, end)`: UTF-16 code units of the text with LF line ends, so that
 * `text.replace(/\r\n?/g, "\n").slice(...span)` are its words.
 */
export type Span = [start: number, end: number];

/** The result of one analysis. */
export interface Report {
  /** Characters other than white space. */
  chars: number;
  /** Whether it looks like such a report. */
  genre: Genre;
  /** Title, number, date and the like. */
  elements: Elements;
  /** The sections in the order of the text. */
  sections: Section[];
  /** The five parts in the order of the rules; empty for another genre. */
  parts: Part[];
  /** The recommended topics; empty for another genre. */
  coverage: Coverage[];
  /** The figures in the order of the text. */
  figures: Figure[];
  /** The findings in the order of the text; what has no place comes first. */
  findings: Finding[];
  /** What it took. */
  stats: Stats;
}

/** `annual_report`: it looks like a 法治政府建设年度报告; `other`: it does not, and no part is judged. */
export type Genre = "annual_report" | "other";

/** The elements of the document around its body, as printed, faults included; `null` where there is none. */
export interface Elements {
  /** 标题 */
  title: Element | null;
  /** 发文机关, from the letterhead, or as named in the title. */
  issuer: Element | null;
  /** 发文字号, the report's own. */
  doc_number: Element | null;
  /** 签发人 */
  signer: Element | null;
  /** 主送机关 */
  addressee: Element | null;
  /** 发文机关署名 */
  signature: Element | null;
  /** 成文日期 */
  date: DateElement | null;
  /** The year reported on: from the settings, or recognised. */
  report_year: number | null;
  /** The kind of body that reports: from the settings, or recognised. */
  body_kind: BodyKind | null;
}

/** An element as printed. */
export interface Element {
  /** Its words; a title of several lines is joined. */
  text: string;
  /** Where it stands. */
  span: Span;
}

/** A date as printed, and read. */
export interface DateElement {
  /** Its words. */
  text: string;
  /** Where it stands. */
  span: Span;
  /** `YYYY-MM-DD` */
  iso: string;
}

/** A section: a heading and all that belongs to it. */
export interface Section {
  /** `s1`, `s2`, … in the order of the text. */
  id: string;
  /** The section it lies in, by its id. */
  parent: string | null;
  /** 1 to 5; 1 is the top. */
  level: number;
  /** The mark as printed: `一、`, `（一）`, `1.`, `一是`; empty where there is none. */
  marker: string;
  /** The title without the mark and without an end mark. */
  title: string;
  /** Where the mark and the title stand. */
  heading: Span;
  /** The whole section, sub-sections included. */
  span: Span;
  /** Whether text goes on after the title in the same paragraph. */
  run_in: boolean;
  /** Characters other than white space in the whole section. */
  chars: number;
}

/**
 * The five contents of the 督察工作规定, chapter 4: `measures` 主要举措和成效, `problems` 存在的不足和原因, `first_responsible`
 * 党政主要负责人履行推进法治建设第一责任人职责情况, `next_plan` 下一年度主要安排, `other` 其他需要报告的情况.
 */
export type PartId = "measures" | "problems" | "first_responsible" | "next_plan" | "other";

/**
 * How a part is present: `own` a section of its own at the top; `merged` one top heading covers it and something else; `nested` a heading inside
 * another part; `mentioned` a clear clause on it, no heading; `missing`; `cut_off` not found, but the text stops in mid-sentence before it.
 */
export type PartStatus = "own" | "merged" | "nested" | "mentioned" | "missing" | "cut_off";

/** A part and how it is present. */
export interface Part {
  /** Which one. */
  id: PartId;
  /** Its name in the rules. */
  name: string;
  /** Whether the rules require it. */
  required: boolean;
  /** How it is present. */
  status: PartStatus;
  /** The sections that hold it, by their ids. */
  sections: string[];
  /** The headings, or the clauses where it is only mentioned. */
  evidence: Span[];
  /** Characters other than white space in its sections. */
  chars: number;
  /** The rule that asks for it: document and chapter. */
  basis: string;
  /** What to do, in Chinese, where there is something to do. */
  advice: string | null;
  /** The finer looks. */
  checks: PartCheck[];
}

/** A finer look at a part: recommended, not required, unless the basis says so. */
export interface PartCheck {
  /** Stable name, such as `cause`. */
  id: string;
  /** What is looked for, in Chinese. */
  name: string;
  /** Whether it was found. */
  met: boolean;
  /** Where. */
  evidence: Span[];
}

/** A recommended topic and where the text speaks of it. It is never called missing. */
export interface Coverage {
  /** Stable name, such as `decision`. */
  id: string;
  /** Its name in Chinese. */
  name: string;
  /** Where the topic comes from. */
  basis: string;
  /** Characters of the paragraphs that speak of it; 0 where none does. */
  chars: number;
  /** The sections that speak of it, by their ids. */
  sections: string[];
  /** The words found. */
  evidence: Span[];
}

/**
 * What kind of quantity: `count` things, people, times; `percent` a share, in %, 成; `points` 百分点; `money` 元; `measure` length, area, weight;
 * `duration` days, hours, months.
 */
export type FigureKind = "count" | "percent" | "points" | "money" | "measure" | "duration";

/** A figure: what the report counts. Dates, ordinals, the numbers of documents and set phrases are none. */
export interface Figure {
  /** From the numeral to its unit. */
  span: Span;
  /** The words of the span. */
  text: string;
  /**
   * The number without sign, with 千, 万, 亿 folded in: 2.3万件 is 23000, 10万元 is 100000, 下降21.9% is 21.9; of a range the lower end.
   */
  value: number;
  /** The unit as written, without 千, 万, 亿: 件, 人次, 元, 平方米; `%` for a percentage however written; empty where there is no measure word. */
  unit: string;
  /** 余, 多, 近, 约, 不足, 以上, 以下, 超, 至少 or 左右; other words for the same are given as these. */
  qualifier: string | null;
  /** What kind of quantity. */
  kind: FigureKind;
  /** What is counted. */
  subject: string | null;
  /** What was done to it: 审核, 办理, 开展. */
  action: string | null;
  /** The time that it covers, as written, where the text says one: 下半年, 2024年7月以来. */
  period: string | null;
  /** The figure that it is a part of (其中…), by its index in `figures`. */
  whole: number | null;
  /** The indicator that it belongs to, by its id: the same for the same thing in every report. */
  indicator: string | null;
  /** The innermost section it stands in, by its id. */
  section: string | null;
}

/** How much it matters: `error` 错误, a required part is missing, or it cannot be right; `warning` 提醒, likely wrong; `notice` 提示, worth a look. */
export type Severity = "error" | "warning" | "notice";

/** Something a reviewer would remark on. */
export interface Finding {
  /** The slug of the rule, see {@link Rule.slug}. */
  rule: string;
  /** How much it matters. */
  severity: Severity;
  /** One sentence in Chinese. */
  message: string;
  /** The words it is about; none where something is absent. */
  span: Span | null;
  /** Where something is absent: the section after which it belongs, by its id. */
  after: string | null;
  /** Other places it speaks of. */
  related: Related[];
  /** A proposed change. */
  fix: Fix | null;
  /** Document and clause. */
  basis: string | null;
  /** A hash of the rule and the words around it, never of its position: it stays the same while the text changes elsewhere. */
  key: string;
}

/** Another place that a finding speaks of. */
export interface Related {
  /** Where. */
  span: Span;
  /** What stands there, or what it has to do with the finding. */
  text: string;
}

/** A proposed change. */
export interface Fix {
  /** What it does, in Chinese. */
  label: string;
  /** Whether it can be applied without looking. */
  sure: boolean;
  /** The replacements, in the order of the text, not overlapping. */
  edits: Edit[];
}

/** One replacement in the text. */
export interface Edit {
  /** What goes. */
  span: Span;
  /** What comes. */
  text: string;
}

/** What the analysis took. */
export interface Stats {
  /** Microseconds, as exact as the clock of the place. */
  elapsed_us: number;
}

/** A rule and what is told of it. */
export interface Rule {
  /** The letter of its category and a number. It never changes. */
  code: string;
  /** Stable name; the `rule` of its findings. */
  slug: string;
  /** What a user calls it, in Chinese. */
  title: string;
  /** What kind of fault it finds. */
  category: Category;
  /** The most that its findings matter; a single one may matter less. */
  severity: Severity;
  /** Whether a finding is a fault, or only worth a look. */
  certainty: Certainty;
  /** Whether it speaks of texts that are no such report. */
  any_genre: boolean;
  /** 查什么: what it looks at, in Chinese. */
  what: string;
  /** 为什么: why, with document and clause where there is one, in Chinese. */
  why: string;
  /** 例: an example, in Chinese. */
  example: string;
}

/** `sure` 确定: what the rule finds is a fault; `hint` 参考: it is worth a look, and may be right. */
export type Certainty = "sure" | "hint";

/** A category of rules. */
export interface Category {
  /** The letter that the codes of its rules begin with. */
  letter: string;
  /** Its name in Chinese. */
  name: string;
}
