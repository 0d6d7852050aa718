import Foundation
import UpliftCore

/// Lays out a persona for paper: who it is, what it wants, and where its journeys lead it. Long
/// texts go on on further pages.
public struct PersonaSheet {
  /// Points.
  static let margin = 48.0
  private static let footer = 22.0
  private static let portraitSide = 132.0
  private static let gap = 22.0
  private static let nameStyle = TextStyle(size: 28, weight: .bold)
  private static let detailStyle = TextStyle(size: 13)
  private static let quoteStyle = TextStyle(size: 23, isItalic: true)
  static let headingStyle = TextStyle(size: 14, weight: .bold)
  static let textStyle = TextStyle(size: 12.5)
  private static let footerStyle = TextStyle(size: 9)

  let profile: PersonaProfile
  let measuring: any TextMeasuring
  let theme: Theme
  let paper: Size
  /// Nil: one page, as high as it needs.
  private let pageHeight: Double?
  let isMirrored: Bool
  private var pages: [[SceneItem]] = [[]]
  /// Where the next thing stands on the page, in points from its top.
  var y = PersonaSheet.margin

  /// The pages of a persona's sheet, one scene each.
  ///
  /// - Parameter paper: points, upright; nil for one page, as high as it needs and as wide as A4.
  public static func pages(
    for profile: PersonaProfile, measuring: any TextMeasuring, theme: Theme, paper: Size?
  ) -> [Scene] {
    let family = profile.letterhead?.font ?? ""
    var sheet = PersonaSheet(
      profile, family.isEmpty ? measuring : FamilyMeasuring(measuring, family: family),
      theme.branded(profile.letterhead?.colour ?? ""), paper)
    sheet.compose()
    return sheet.scenes().map { $0.inFamily(family) }
  }

  private init(
    _ profile: PersonaProfile, _ measuring: any TextMeasuring, _ theme: Theme, _ paper: Size?
  ) {
    self.profile = profile
    self.measuring = measuring
    self.theme = theme
    self.paper = paper ?? Size(595.276, 841.89)
    pageHeight = paper?.height
    let persona = profile.persona
    isMirrored = TextDirection.beginsAtTheRight(
      [persona.name, persona.quote, persona.goals, persona.context].filter { !$0.isEmpty })
  }

  var width: Double { paper.width - 2 * Self.margin }
  private var bottom: Double {
    pageHeight.map { $0 - Self.margin - Self.footer } ?? .infinity
  }
  /// Points that are left on the page.
  var room: Double { bottom - y }
  var tint: Theme.Tint { theme.card(profile.persona.colour ?? .blue) }

  /// Headings are in the organisation's colour, else in that of the persona.
  private var headingColor: Color {
    profile.letterhead?.colour.isEmpty ?? true ? tint.strong : theme.accent
  }

  private mutating func compose() {
    addLogo()
    addHead()
    addQuote()
    addTexts()
    addJourneys()
  }

  // MARK: Head

  /// Over the text, at its far side, as on other sheets.
  private mutating func addLogo() {
    guard let logo = profile.letterhead?.logo else { return }
    let image = ImageData(logo)
    let height = min(24, 110 / image.ratio)
    let size = Size(height * image.ratio, height)
    add(
      .decoration,
      mirrored(
        Rect(
          Self.margin + width - size.width, Self.margin - 10 - size.height, size.width,
          size.height)), [.image(.fitted(image, in: Rect(0, 0, size.width, size.height)))])
  }

  private mutating func addHead() {
    let persona = profile.persona
    let side = Self.portraitSide
    let x = Self.margin + side + Self.gap
    let textWidth = width - side - Self.gap
    let name = persona.name.isEmpty ? tr("Unnamed persona") : persona.name
    let nameHeight = measuring.size(of: name, style: Self.nameStyle, width: textWidth).height
    let details = PersonaProfile.details(of: persona)
    let detailHeight = measuring.size(
      of: details, style: Self.detailStyle, width: textWidth
    ).height
    let portraitFrame = mirrored(Rect(Self.margin, y, side, side))
    let circle = Rect(0, 0, side, side)
    let face =
      profile.portrait.map { Portrait.primitives(ImageData($0), in: circle, theme: theme) }
      ?? Portrait.initials(
        of: persona, in: circle, size: 44, theme: theme, measuring: measuring)
    // The initials are said by the name.
    add(.decoration, portraitFrame, face)
    let textHeight = nameHeight + 4 + detailHeight
    if textHeight <= side * 2 {
      let top = y + max(0, (side - textHeight) / 2)
      add(.title, name, Self.nameStyle, theme.text, Rect(x, top, textWidth, nameHeight))
      add(
        .note, details, Self.detailStyle, theme.secondaryText,
        Rect(x, top + nameHeight + 4, textWidth, detailHeight))
      y += max(side, textHeight) + Self.gap
    } else {
      y += side + Self.gap
      flow(name, Self.nameStyle, theme.text, role: .title)
      flow(details, Self.detailStyle, theme.secondaryText)
      y += Self.gap
    }
  }

  // MARK: Texts

  /// Set large beside a bar in the persona's colour.
  private mutating func addQuote() {
    let quote = profile.persona.quote
    guard !quote.isEmpty else { return }
    flow("“\(quote)”", Self.quoteStyle, theme.text, inset: 18, bar: tint.strong)
    y += Self.gap
  }

  private mutating func addTexts() {
    let persona = profile.persona
    let texts = [(tr("Goals"), persona.goals), (tr("Context"), persona.context)].filter {
      !$0.1.isEmpty
    }
    if texts.count == 2, addColumns(texts) { return }
    for (title, text) in texts {
      addHeading(title)
      flow(text, Self.textStyle, theme.text)
      y += Self.gap
    }
  }

  /// Two short texts stand side by side.
  private mutating func addColumns(_ texts: [(String, String)]) -> Bool {
    let columnWidth = (width - Self.gap) / 2
    let heights = texts.map {
      measuring.size(of: $0.1, style: Self.textStyle, width: columnWidth).height
    }
    let headings = texts.map {
      measuring.size(of: $0.0, style: Self.headingStyle, width: columnWidth).height
    }
    let headingHeight = headings.max() ?? 0
    let height = headingHeight + 5 + (heights.max() ?? 0)
    guard height <= min(room, 320) else { return false }
    for (index, text) in texts.enumerated() {
      let x = Self.margin + Double(index) * (columnWidth + Self.gap)
      add(
        .columnHeader, text.0, Self.headingStyle, headingColor,
        Rect(x, y, columnWidth, headings[index]))
      add(
        .note, text.1, Self.textStyle, theme.text,
        Rect(x, y + headingHeight + 5, columnWidth, heights[index]))
    }
    y += height + Self.gap
    return true
  }

  /// Never alone at the foot of a page.
  mutating func addHeading(_ title: String) {
    let height = measuring.size(of: title, style: Self.headingStyle, width: width).height
    if room < height + 40 { newPage() }
    add(
      .columnHeader, title, Self.headingStyle, headingColor, Rect(Self.margin, y, width, height))
    y += height + 5
  }

  /// A text that goes on on the next page where this one ends.
  mutating func flow(
    _ text: String, _ style: TextStyle, _ color: Color, role: ItemRole = .note,
    inset: Double = 0, bar: Color? = nil
  ) {
    var rest = text
    let textWidth = width - inset
    while !rest.isEmpty {
      let cut = TextFlow.split(
        rest, style: style, width: textWidth, height: room, measuring: measuring)
      if cut.head.isEmpty {
        // On an empty page at least one line stands, whatever the paper.
        guard y > Self.margin else { return }
        newPage()
        continue
      }
      let height = measuring.size(of: cut.head, style: style, width: textWidth).height
      if let bar {
        add(
          .decoration, mirrored(Rect(Self.margin, y, 4, height)),
          [.fill(.roundedRectangle(Rect(0, 0, 4, height), radius: 2), bar)])
      }
      add(role, cut.head, style, color, Rect(Self.margin + inset, y, textWidth, height))
      y += height
      rest = cut.rest
      if !rest.isEmpty { newPage() }
    }
  }

  // MARK: Parts

  mutating func newPage() {
    pages.append([])
    y = Self.margin
  }

  /// - Parameter frame: on the page, as if reading from left to right.
  mutating func add(
    _ role: ItemRole, _ text: String, _ style: TextStyle, _ color: Color, _ frame: Rect
  ) {
    let own = TextDirection.isRightToLeft(text) ?? isMirrored
    let block = TextBlock(
      text, style: style, color: color, frame: Rect(0, 0, frame.width, frame.height),
      alignment: own == isMirrored ? .leading : .trailing)
    add(role, mirrored(frame), [.text(block)], spoken: text)
  }

  mutating func add(
    _ role: ItemRole, _ frame: Rect, _ primitives: [Primitive], spoken: String = ""
  ) {
    pages[pages.count - 1].append(
      SceneItem(
        role: role, frame: frame, content: ItemContent(primitives, spoken: spoken),
        label: spoken.isEmpty ? .none : .text(spoken)))
  }

  func mirrored(_ frame: Rect) -> Rect {
    isMirrored ? Rect(paper.width - frame.maxX, frame.y, frame.width, frame.height) : frame
  }

  private func scenes() -> [Scene] {
    let title = JourneyWords.name(of: profile.persona)
    return pages.enumerated().map { index, items in
      var items = items
      if pages.count > 1 { items.append(pageNumber(index + 1)) }
      let height = pageHeight ?? max(y + Self.margin - Self.gap, 320)
      return Scene(
        title: title, size: Size(paper.width, height), items: items, background: theme.surface,
        isMirrored: isMirrored)
    }
  }

  private func pageNumber(_ number: Int) -> SceneItem {
    let text = tr(
      "{title}, page {number} of {count}",
      ["title": JourneyWords.name(of: profile.persona), "number": number, "count": pages.count])
    // A title of any length has one line here.
    let cut = TextFlow.split(
      text, style: Self.footerStyle, width: width, height: 18, measuring: measuring)
    let shown =
      cut.rest.isEmpty ? text : tr("{number} of {count}", ["number": number, "count": pages.count])
    let block = TextBlock(
      shown, style: Self.footerStyle, color: theme.secondaryText, frame: Rect(0, 0, width, 18),
      alignment: .centre)
    return SceneItem(
      role: .decoration,
      frame: Rect(Self.margin, paper.height - Self.margin - 16, width, 18),
      content: ItemContent([.text(block)]))
  }
}
