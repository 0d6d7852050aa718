import Foundation

extension TextDocument {
  /// What stands on the page before all others.
  public struct Cover: Equatable, Sendable {
    public var title: String
    public var subtitle: String
    public var organisation: String
    public var date: String
    public var logo: StoredPicture?
    /// Of headings and rules: "#1A5FB4". Empty: the program's own.
    public var colour: String
    /// Family. Empty: the program's own.
    public var font: String

    public init(
      title: String, subtitle: String = "", organisation: String = "", date: String = "",
      logo: StoredPicture? = nil, colour: String = "", font: String = ""
    ) {
      self.title = title
      self.subtitle = subtitle
      self.organisation = organisation
      self.date = date
      self.logo = logo
      self.colour = colour
      self.font = font
    }
  }

  /// A picture that stands with its caption.
  public struct Figure: Equatable, Sendable {
    public enum Content: Equatable, Sendable {
      case journey(JourneyContents)
      case drawing(any DocumentDrawing)

      public static func == (left: Content, right: Content) -> Bool {
        switch (left, right) {
        case (.journey(let left), .journey(let right)): left == right
        case (.drawing(let left), .drawing(let right)): left.isEqual(to: right)
        default: false
        }
      }
    }

    public var content: Content
    public var caption: String
    /// Where it is known from; a footnote. May be empty.
    public var source: String
    /// Small enough to stand beside another such figure that comes next.
    public var isNarrow: Bool
    /// False when the text around it says by which rule it is made.
    public var showsRule: Bool

    public init(
      _ content: Content, caption: String, source: String = "", isNarrow: Bool = false,
      showsRule: Bool = true
    ) {
      self.content = content
      self.caption = caption
      self.source = source
      self.isNarrow = isNarrow
      self.showsRule = showsRule
    }
  }

  /// A figure that is to be seen at once: "71 %", "promises kept", "3 late today".
  public struct KeyFigure: Equatable, Sendable {
    public var value: String
    public var name: String
    /// May be empty.
    public var detail: String

    public init(_ value: String, _ name: String, _ detail: String = "") {
      self.value = value
      self.name = name
      self.detail = detail
    }
  }

  /// Records as a table, with the columns of their register. A column that says nothing is left
  /// out.
  ///
  /// - Parameters:
  ///   - columns: names of the register's columns, in order; nil: those of its table.
  ///   - group: what a record stands under, when the one before it stands under something else;
  ///     nil: all stand alone.
  mutating func addRegister<Record: Ranked>(
    _ register: Register<Record>, _ records: [Record], caption: String = "",
    columns names: [String]? = nil, source: String = "", isDense: Bool = false,
    group: ((Record) -> String)? = nil
  ) {
    guard !records.isEmpty else { return }
    let chosen =
      names.map { $0.compactMap(register.column) } ?? register.columns.filter(\.isInTable)
    // A mark is for those who see no colours, and for print.
    let texts = records.map { record in
      chosen.map { column in
        let text = column.text(record)
        return column.isMarked(record) && !text.isEmpty ? "⚠\u{A0}" + text : text
      }
    }
    let places = chosen.indices.filter { place in
      texts.contains { !$0[place].allSatisfy(\.isWhitespace) }
    }
    guard !places.isEmpty else { return }
    var rows: [[String]] = []
    var last: String?
    for (record, texts) in zip(records, texts) {
      if let title = group?(record), places.count > 1 {
        if title != last { rows.append([title.isBlank ? tr("Without one") : title.singleLine]) }
        last = title
      }
      rows.append(places.map { texts[$0] })
    }
    blocks.append(
      .grid(
        Grid(
          caption,
          places.map {
            Grid.Column(chosen[$0].title, weight: chosen[$0].weight, isFigure: chosen[$0].isFigure)
          }, rows, source: source, isDense: isDense)))
  }
}
