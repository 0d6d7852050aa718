import UpliftCore

/// A picture of figures: values in, a scene out, and the same values as a table.
public protocol Chart: DocumentDrawing, Equatable {
  /// Stands over the picture; may be empty.
  var title: String { get }

  func scene(measuring: any TextMeasuring, theme: Theme, options: ChartOptions) -> Scene

  /// The records behind a thing in its picture, in the order in which they are to be named.
  func references(of subject: ItemSubject) -> [EntityReference]
}

/// How a chart is set. Measures in points at 100 %.
public struct ChartOptions: Hashable, Sendable {
  /// Narrower ones are set at this width.
  public static let leastWidth = 280.0

  public var width: Double
  /// What the whole picture should be high; it is higher when its texts need it. Nil: as it looks
  /// best.
  public var height: Double?
  /// Around everything. None in a document, which has its own.
  public var margin: Double
  /// A document has its own headings.
  public var showsTitle: Bool
  /// True from right to left; nil: as the texts run.
  public var isMirrored: Bool?
  /// On paper, where nobody points at anything: rows stand as close as they can be read.
  public var isTight: Bool
  /// False where the text around the picture says by which rule it is made.
  public var showsRule: Bool

  public init(
    width: Double = 720, height: Double? = nil, margin: Double = 16, showsTitle: Bool = true,
    isMirrored: Bool? = nil, isTight: Bool = false, showsRule: Bool = true
  ) {
    self.width = width
    self.height = height
    self.margin = margin
    self.showsTitle = showsTitle
    self.isMirrored = isMirrored
    self.isTight = isTight
    self.showsRule = showsRule
  }
}

extension Chart {
  public func references(of subject: ItemSubject) -> [EntityReference] {
    if case .record(let reference) = subject { [reference] } else { [] }
  }

  /// What is named after a word and its number: 3 of "category 3".
  func place(_ subject: ItemSubject, _ word: String) -> Int? {
    guard case .part(let name) = subject, name.hasPrefix(word + " ") else { return nil }
    return Int(name.dropFirst(word.count + 1))
  }
}

extension TextDocument.Grid {
  /// A row as a sentence: "Label in every parcel: value 5, effort 2".
  func spoken(_ row: Int) -> String {
    guard rows.indices.contains(row), let name = rows[row].first else { return "" }
    let values = zip(columns, rows[row]).dropFirst().compactMap { column, text -> String? in
      guard !text.isEmpty else { return nil }
      guard !column.title.isEmpty else { return text }
      return tr("{column} {value}", ["column": column.title, "value": text])
    }
    guard let first = values.first else { return name }
    let list = values.dropFirst().reduce(first) { sofar, value in
      tr("{list}, {item}", ["list": sofar, "item": value])
    }
    return tr("{name}: {values}", ["name": name, "values": list])
  }
}
