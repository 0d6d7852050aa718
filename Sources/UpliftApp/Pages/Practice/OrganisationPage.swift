import Foundation
import Gtk
import UpliftCore

/// Whose work it is: the vision, how money and years are counted, and how documents look.
@MainActor final class OrganisationPage: Page {
  let place: Place
  let title = tr("Organisation")
  private let session: Session
  private let form: Form
  private let scroller: ScrolledWindow
  private var organisation: Organisation?
  private var picture: StoredPicture?
  private var hasBegun = false

  private let vision: TextEditor
  private let horizon: DayEditor
  private let month: ChoiceEditor<Int>
  private let currency: CheckedEditor
  private let font: LineEditor
  private let colour: CheckedEditor
  private var logo: PictureEditor?

  init(_ session: Session, _ place: Place) {
    self.session = session
    self.place = place
    form = Form(isEditable: !session.isReadOnly)
    let contents = Box(.vertical, spacing: 8, [PageParts.heading(tr("Organisation")), form.box])
    scroller = PageParts.scrolling(contents)
    var change: ((UUID, (inout Organisation) -> Void) -> Void)?
    vision = TextEditor { text, typing in change?(typing) { $0.vision = text } }
    horizon = DayEditor { day, typing in change?(typing) { $0.visionHorizon = day } }
    month = ChoiceEditor((1...12).map { ($0, MonthWords.name($0)) }) { month in
      change?(UUID()) { $0.fiscalYearStart = month }
    }
    var setCurrency: ((UUID, String) -> Void)?
    currency = CheckedEditor(
      "EUR",
      refusing: tr("A currency is three letters of the list ISO 4217, like EUR, USD or JPY."),
      check: { Self.plain($0).isEmpty || Currency(Self.plain($0)) != nil }
    ) { text, typing in setCurrency?(typing, Self.plain(text)) }
    colour = CheckedEditor(
      "#1A5FB4",
      refusing: tr("A colour is a “#” and six digits from 0 to 9 and A to F, like #1A5FB4."),
      check: { Self.plain($0).isEmpty || Self.isColour(Self.plain($0)) }
    ) { text, typing in change?(typing) { $0.brandColour = Self.plain(text) } }
    font = LineEditor("Inter") { text, typing in change?(typing) { $0.brandFont = text } }
    change = { [weak self] in self?.change(typing: $0, $1) }
    setCurrency = { [weak self] in self?.setCurrency(typing: $0, to: $1) }
    form.add(tr("Vision: what it wants to be for its customers, in one sentence"), vision)
    form.add(
      (tr("Until"), horizon), (tr("The fiscal year begins in"), month))
    form.add((tr("Currency (three letters)"), currency), (tr("Colour of documents"), colour))
    form.add(tr("Font of documents"), font)
    let logo = PictureEditor(session, side: 96, isRound: false) { [weak self] in self?.set($0) }
    form.append(PageParts.dim(tr("Logo")))
    form.append(logo.widget)
    form.keep(logo)
    self.logo = logo
    read()
  }

  private static func plain(_ text: String) -> String {
    text.trimmingCharacters(in: .whitespaces).uppercased()
  }

  /// "#" and six digits of base 16.
  private static func isColour(_ text: String) -> Bool {
    text.count == 7 && text.hasPrefix("#") && text.dropFirst().allSatisfy(\.isHexDigit)
  }

  private func change(typing: UUID, _ change: (inout Organisation) -> Void) {
    if let organisation {
      session.perform(Edit.changing(organisation, .editDetails, typing: typing, change))
    } else {
      var new = Organisation(rank: .middle)
      let empty = new
      change(&new)
      guard new != empty else { return }
      session.perform(Edit(.editDetails, [.insert(new)]))
    }
  }

  private func setCurrency(typing: UUID, to code: String) {
    guard let organisation else { return change(typing: typing) { $0.currency = code } }
    let contents = session.read {
      try session.workspace.contents(of: [.resourceNeed, .turnover])
    }
    guard let contents else { return }
    session.perform(
      CurrencyChange.edit(of: organisation, to: code, in: contents, typing: typing))
  }

  private func set(_ picture: StoredPicture?) {
    let old = organisation
    var new = old ?? Organisation(rank: .middle)
    new.pictureID = picture?.id
    guard old != new else { return }
    let own: Change = old.map { .update(from: $0, to: new) } ?? .insert(new)
    session.perform(
      Edit(.setPicture, (picture.map { [.insert($0)] } ?? []) + [own]))
  }

  private func read() {
    organisation = session.read { try session.workspace.organisation() }
    let organisation = organisation ?? Organisation(rank: .middle)
    if picture?.id != organisation.pictureID {
      picture = organisation.pictureID.flatMap { id in
        session.read { try session.workspace.picture(id) }
      }
    }
    if !hasBegun {
      hasBegun = true
      vision.begin(organisation.vision)
      horizon.begin(organisation.visionHorizon)
      currency.begin(organisation.currency)
      colour.begin(organisation.brandColour)
      font.begin(organisation.brandFont)
    }
    vision.show(organisation.vision)
    horizon.show(organisation.visionHorizon)
    month.show(organisation.fiscalYearStart)
    currency.show(organisation.currency)
    colour.show(organisation.brandColour)
    font.show(organisation.brandFont)
    logo?.show(picture, name: tr("Logo"), initials: "")
  }

  var widget: Widget { scroller }

  func follow(_ change: WorkspaceChange) -> Bool {
    if change.touches([.organisation]) { read() }
    return true
  }

  func takeFocus() { vision.view.grabFocus() }
  func commitTyping() { form.commitTyping() }
}
