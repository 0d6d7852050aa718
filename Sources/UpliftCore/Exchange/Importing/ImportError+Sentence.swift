import Foundation

extension ImportError: LocalizedError, CustomStringConvertible {
  public var description: String { sentence }
  public var errorDescription: String? { sentence }

  /// One sentence in the language of the program, with file, line and reason: "cards.json, line
  /// 12: …".
  public var sentence: String {
    let place = [
      file,
      self.place.line.map { tr("line {line}", ["line": $0]) },
      self.place.kind.map { kind in
        self.place.number.map { "\(kind.noun) \($0)" } ?? kind.noun
      },
    ].compactMap { $0 }.joined(separator: ", ")
    return place.isEmpty
      ? reason.sentence : tr("{place}: {reason}", ["place": place, "reason": reason.sentence])
  }
}

extension ImportError {
  /// The sentence; where several rows cannot be read, a line that says how many, and one for each.
  public var lines: [String] {
    guard case .badRows = reason else { return [sentence] }
    let rows = reason.lines
    return [file.map { "\($0): \(rows[0])" } ?? rows[0]] + rows.dropFirst()
  }
}

extension ImportError.Reason {
  fileprivate var lines: [String] {
    guard case .badRows(let first, let count) = self else { return [sentence] }
    let more = count - first.count
    return [
      ntr(
        "{count} row cannot be read; nothing was imported.",
        "{count} rows cannot be read; nothing was imported.", count)
    ] + first.map(\.sentence)
      + (more > 0 ? [ntr("… and {count} more.", "… and {count} more.", more)] : [])
  }

  var sentence: String {
    switch self {
    case .unreadable(let words): tr("It cannot be read: {words}.", ["words": words])
    case .notARegularFile: tr("This is not a file.")
    case .empty: tr("There is nothing in it.")
    case .tooLarge(let bytes, let limit):
      tr(
        "It has {size} MB; up to {limit} MB can be imported.",
        ["size": (bytes + 999_999) / 1_000_000, "limit": limit / 1_000_000])
    case .unknownFormat:
      tr(
        "It is none of the kinds that can be imported: Mermaid journey, CSV, JSON, Trello, JSON Canvas."
      )
    case .notText(let byte):
      tr(
        "It is neither UTF-8 nor UTF-16 text; byte {byte} does not fit. Save it as UTF-8 (in a spreadsheet: “CSV UTF-8”) and try again.",
        ["byte": byte])
    case .nulCharacter: tr("There is a character U+0000 in the text.")
    case .picture(let sentence): sentence
    case .isWorkspace:
      tr("It is a workspace of Uplift: open it, or export it as JSON and import that.")
    default: jsonSentence ?? recordSentence ?? mermaidSentence ?? tableSentence ?? ""
    }
  }

  private var jsonSentence: String? {
    switch self {
    case .unexpected(let found, let expected):
      tr("Expected {expected}, found {found}.", ["expected": expected, "found": found])
    case .endsEarly: tr("The file ends before the JSON does.")
    case .cutOff(let mark, let line):
      tr(
        "The JSON is not complete: it ends here, and the {mark} of line {line} is never closed. The file was cut off; fetch it again.",
        ["mark": mark == "\"" ? tr("quotation mark") : "“\(mark)”", "line": line])
    case .badNumber(let text): tr("“{text}” is no number.", ["text": text])
    case .badEscape: tr("There is an unknown escape after a backslash.")
    case .controlCharacter: tr("There is a bare control character in a text.")
    case .nestedTooDeep(let limit):
      tr("It is nested deeper than {limit} levels.", ["limit": limit])
    case .notUplift: tr("This JSON is neither Uplift's nor a Trello board.")
    case .versionUnknown(let version):
      tr(
        "It has version {version} of the format; this program knows version {known}.",
        ["known": "\(WorkspaceJSON.version)", "version": version])
    case .unknownKey(let key): tr("The key “{key}” is unknown.", ["key": key])
    case .repeatedKey(let key): tr("The key “{key}” stands there twice.", ["key": key])
    case .missingKey(let key): tr("The key “{key}” is missing.", ["key": key])
    case .notTrello: tr("This is no Trello board: it needs lists and cards.")
    default: nil
    }
  }

  private var recordSentence: String? {
    switch self {
    case .mustBeText(let key): tr("“{key}” must be a text.", ["key": key])
    case .mustBeWholeNumber(let key): tr("“{key}” must be a whole number.", ["key": key])
    case .mustBeNumber(let key): tr("“{key}” must be a number.", ["key": key])
    case .mustBeTrueOrFalse(let key): tr("“{key}” must be true or false.", ["key": key])
    case .notAmong(let key, let value, let allowed):
      tr(
        "“{key}” cannot be “{value}”; it is one of {allowed}.",
        ["key": key, "value": value, "allowed": allowed.joined(separator: ", ")])
    case .badValue(let key, let value):
      tr("“{key}” cannot be “{value}”.", ["key": key, "value": value])
    case .outOfRange(let key, let value, let lower, let upper):
      if let upper {
        tr(
          "“{key}” is {value}; it must be from {lower} to {upper}.",
          ["key": key, "value": value, "lower": lower, "upper": upper])
      } else {
        tr(
          "“{key}” is {value}; it must be {lower} or more.",
          ["key": key, "value": value, "lower": lower])
      }
    case .repeatedID(let id): tr("The id {id} stands there twice.", ["id": id])
    case .noSuchRecord(let key, let kind, let id):
      tr(
        "“{key}” names a {kind} that is not there: {id}.",
        ["key": key, "kind": kind.noun, "id": id])
    case .doesNotBelong(let key, let kind):
      tr("“{key}” belongs to another {kind}.", ["key": key, "kind": kind.noun])
    case .repeatedPair(let first, let second):
      tr(
        "There is already one with the same “{first}” and “{second}”.",
        ["first": first, "second": second])
    case .tooManyVotes: tr("The ballot holds more votes than its round allows.")
    case .voteTarget: tr("A vote is for one note or for one cluster.")
    case .basisCircle: tr("“basisID” leads in a circle.")
    default: nil
    }
  }

  private var mermaidSentence: String? {
    switch self {
    case .noJourney: tr("There is no Mermaid journey in it.")
    case .noTaskScore(let task):
      tr(
        "The task “{task}” has no score; write it as “{task}: 3: Actor”.", ["task": task])
    case .badScore(let task, let score):
      tr(
        "The score of “{task}” is “{score}”; it must be a whole number from 0 to 5.",
        ["task": task, "score": score])
    case .taskWithoutName: tr("A task needs a name before the colon.")
    case .colonInSection(let title):
      tr(
        "The title of the section “{title}” ends at the colon; write #58; for a colon.",
        ["title": title])
    case .unclosedDescription: tr("The description that begins here has no closing brace.")
    case .unclosedFrontMatter: tr("The front matter that begins here has no closing ---.")
    default: nil
    }
  }

  private var tableSentence: String? {
    switch self {
    case .noHeader: tr("The first row must name the columns.")
    case .noKnownColumn(let names):
      tr(
        "None of these columns is known here. The first row must name some of {columns}.",
        ["columns": listed(names)])
    case .noColumn(let name): tr("There is no column “{name}”.", ["name": name])
    case .repeatedColumn(let name): tr("The column “{name}” stands there twice.", ["name": name])
    case .unclosedQuote: tr("The quotation mark that opens here is never closed.")
    case .textAfterQuote: tr("There is text after a closing quotation mark.")
    case .cellCount(let found, let expected):
      tr(
        "There are {found} cells; the header has {expected}.",
        ["found": found, "expected": expected])
    case .badCell(let column, let value, let allowed):
      tr(
        "“{value}” does not fit the column “{column}”; it takes {allowed}.",
        ["column": column, "value": value, "allowed": allowed])
    case .noStep: tr("The row has a card or an emotion, but no step.")
    case .noLane: tr("The row has a card, but no lane.")
    case .noBoardColumn: tr("The row has no column of the board.")
    case .noMemberName: tr("The row has no name.")
    case .noOwner(let kind):
      tr("There is no {kind} yet to which the rows could belong.", ["kind": kind.noun])
    case .badRows: lines.joined(separator: "\n")
    case .rowTooLong(let limit):
      tr("The row that begins here has more than {limit} MB.", ["limit": limit])
    case .tooManyValues(let column, let limit):
      tr(
        "The column “{column}” has more than {limit} different values; choose another one.",
        ["column": column, "limit": limit])
    case .noRows: tr("There is no row below the headings.")
    case .noAnswers(let column):
      tr("No row has an answer in the column “{column}”.", ["column": column])
    case .unclearDays(let column, let example):
      tr(
        "“{example}” in the column “{column}” can be read in two ways; say in which order day, month and year stand.",
        ["column": column, "example": example])
    default: nil
    }
  }
}
