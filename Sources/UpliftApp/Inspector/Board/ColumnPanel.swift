import Foundation
import Gtk
import UpliftCore

/// A column of a board: its title and the colour of its notes.
@MainActor final class ColumnPanel: InspectorPanel {
  private let session: Session
  private let form: Form
  var widget: Widget { form.box }
  private var board: BoardContents?
  private var id: UUID?

  private var title: TextEditor?
  private let subtitle = Label("", classes: ["inspector-subtitle"])
  private var colour: SwatchEditor?

  init(_ session: Session) {
    self.session = session
    form = Form(isEditable: !session.isReadOnly)
    let title = TextEditor(classes: ["quiet", "inspector-title"], isTitle: true, hint: tr("Title"))
    {
      [weak self] text, typing in
      guard let self, let board, let id else { return }
      session.perform(
        board.settingText(of: EntityReference(.boardColumn, id), to: text, typing: typing))
    }
    title.setName(tr("Title"))
    form.add(title)
    subtitle.alignment = 0
    form.append(subtitle)
    let colour = SwatchEditor(byDefault: tr("By position")) { [weak self] colour in
      guard let self, let column = board?.columns.first(where: { $0.id == self.id }) else { return }
      session.perform(Edit.changing(column, .setColour) { $0.colour = colour })
    }
    form.add(tr("Colour of its notes"), colour)
    (self.title, self.colour) = (title, colour)
  }

  func show(_ id: UUID, _ board: BoardContents) {
    guard let column = board.columns.first(where: { $0.id == id }) else { return }
    if self.id != id { title?.begin(column.title) }
    self.id = id
    self.board = board
    title?.show(column.title)
    subtitle.text = [tr("Column"), ntr("{count} note", "{count} notes", board.noteCount(of: id))]
      .joined(separator: " · ")
    colour?.show(column.colour)
  }

  func commitTyping() { form.commitTyping() }
}
