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

    public init(
      _ content: Content, caption: String, source: String = "", isNarrow: Bool = false
    ) {
      self.content = content
      self.caption = caption
      self.source = source
      self.isNarrow = isNarrow
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
  /// - Parameter columns: names of the register's columns, in order; nil: those of its table.
  mutating func addRegister<Record: Ranked>(
    _ register: Register<Record>, _ records: [Record], caption: String = "",
    columns names: [String]? = nil, source: String = ""
  ) {
    guard !records.isEmpty else { return }
    let chosen =
      names.map { $0.compactMap(register.column) } ?? register.columns.filter(\.isInTable)
    let texts = records.map { record in chosen.map { $0.text(record) } }
    let places = chosen.indices.filter { place in
      texts.contains { !$0[place].allSatisfy(\.isWhitespace) }
    }
    guard !places.isEmpty else { return }
    blocks.append(
      .grid(
        Grid(
          caption,
          places.map {
            Grid.Column(chosen[$0].title, weight: chosen[$0].weight, isFigure: chosen[$0].isFigure)
          },
          texts.map { row in places.map { row[$0] } }, source: source)))
  }
}
