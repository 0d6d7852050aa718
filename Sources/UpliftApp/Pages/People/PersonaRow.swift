import Foundation
import Gtk
import UpliftCore

/// A persona with all that is known of it.
@MainActor final class PersonaRow {
  let id: UUID
  private let session: Session
  private let frame = Box(.vertical, spacing: 4)
  var widget: Widget { frame }
  private let left: Form
  private let right: Form
  private var persona: Persona

  private var name: LineEditor?
  private var role: ChoiceEditor<Persona.Role>?
  private var age: NumberEditor?
  private(set) var portrait: PictureEditor?
  private var colour: SwatchEditor?
  /// As it was read from the file.
  private var picture: StoredPicture?
  private var texts: [(editor: TextEditor, field: WritableKeyPath<Persona, String>)] = []
  private let journeys = PageParts.dim()

  /// - Parameter showSheet: somebody wants the persona on paper.
  init(_ persona: Persona, _ session: Session, showSheet: @escaping () -> Void) {
    id = persona.id
    self.persona = persona
    self.session = session
    left = Form(isEditable: !session.isReadOnly)
    right = Form(isEditable: !session.isReadOnly)
    build(showSheet)
  }

  private func build(_ showSheet: @escaping () -> Void) {
    frame.addClass("page-card")
    frame.addClass("padded")
    let portrait = PictureEditor(session, side: 96, isRound: true) { [weak self] picture in
      guard let self else { return }
      self.session.perform(self.persona.setting(portrait: picture))
    }
    left.add(portrait)
    let name = LineEditor { [weak self] text, typing in
      self?.change(.rename, typing) { $0.name = text }
    }
    left.add(tr("Name"), name)
    let role = ChoiceEditor(Persona.Role.allCases.map { ($0, Words.name($0)) }) {
      [weak self] role in self?.change(.editDetails, nil) { $0.role = role }
    }
    let age = NumberEditor(0...150, isOptional: true) { [weak self] age, typing in
      self?.change(.editDetails, typing) { $0.age = age }
    }
    left.add((tr("Role"), role), (tr("Age"), age))
    left.add(tr("Quote"), text(\.quote))
    left.append(journeys)
    right.add(tr("Goals"), text(\.goals))
    right.add(tr("Context"), text(\.context))
    let colour = SwatchEditor(byDefault: tr("By position")) { [weak self] colour in
      self?.change(.setColour, nil) { $0.colour = colour }
    }
    right.add(tr("Colour of its curve"), colour)
    let sheet = Button(label: tr("Persona sheet…"))
    sheet.horizontalAlignment = .start
    sheet.setMargins(top: 8)
    sheet.onClicked(showSheet)
    let id = id
    let session = session
    let delete = PageParts.small("user-trash-symbolic", tr("Delete this persona")) {
      session.perform(Edit.deleting([EntityReference(.persona, id)]))
    }
    delete.isSensitive = !session.isReadOnly
    delete.verticalAlignment = .start
    left.append(sheet)
    let columns = Box(.horizontal, spacing: 16, [left.box, right.box])
    columns.isHomogeneous = true
    columns.expandsHorizontally = true
    frame.append(Box(.horizontal, spacing: 8, [columns, delete]))
    addMoveKeys(to: frame) { direction in
      guard !session.isReadOnly else { return }
      session.perform(session.outline.personas.moving(id, direction))
    }
    (self.name, self.role, self.age) = (name, role, age)
    (self.portrait, self.colour) = (portrait, colour)
    name.begin(persona.name)
    age.begin(persona.age)
    for text in texts { text.editor.begin(persona[keyPath: text.field]) }
  }

  private func text(_ field: WritableKeyPath<Persona, String>) -> TextEditor {
    let editor = TextEditor { [weak self] text, typing in
      self?.change(.editDetails, typing) { $0[keyPath: field] = text }
    }
    texts.append((editor, field))
    return editor
  }

  private func change(_ name: EditName, _ typing: UUID?, _ change: (inout Persona) -> Void) {
    session.perform(Edit.changing(persona, name, typing: typing, change))
  }

  func show(_ persona: Persona, journeys titles: [String]) {
    self.persona = persona
    name?.show(persona.name)
    role?.show(persona.role)
    age?.show(persona.age)
    colour?.show(persona.colour)
    if picture?.id != persona.pictureID {
      picture = persona.pictureID.flatMap { id in
        session.read { try session.workspace.picture(id) }
      }
    }
    portrait?.show(picture, name: persona.name, initials: persona.initials)
    for text in texts { text.editor.show(persona[keyPath: text.field]) }
    journeys.text =
      titles.isEmpty
      ? tr("No journey map has this point of view yet.")
      : tr("Point of view of {titles}.", ["titles": listed(titles)])
    frame.setAccessibleLabel(Words.name(persona))
  }

  func takeFocus() { name?.entry.grabFocus() }

  func commitTyping() {
    left.commitTyping()
    right.commitTyping()
  }
}
