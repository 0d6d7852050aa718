import Foundation
import Gtk
import UpliftCore

/// Several notes: what all of them can be given at once.
@MainActor final class NotesPanel: InspectorPanel {
  private let session: Session
  private let form: Form
  var widget: Widget { form.box }
  private var board: BoardContents?
  private var ids: [UUID] = []

  private let heading = InspectorHeading()
  private var author: ChoiceEditor<UUID?>?
  private var theme: LineEditor?
  private var colour: SwatchEditor?

  private let outcomes: OutcomesEditor

  init(_ session: Session, say: @escaping (String) -> Void) {
    self.session = session
    form = Form(isEditable: !session.isReadOnly)
    outcomes = OutcomesEditor(session, say: say)
    form.append(heading.box)
    let author = ChoiceEditor<UUID?> { [weak self] author in
      self?.perform { $0.settingAuthor(of: $1, to: author) }
    }
    form.add(tr("Written by"), author)
    let theme = LineEditor { [weak self] text, typing in
      self?.perform { $0.settingTheme(of: $1, to: text, typing: typing) }
    }
    form.add(tr("Theme"), theme)
    let colour = SwatchEditor(byDefault: tr("By column")) { [weak self] colour in
      self?.perform { $0.settingColour(of: $1, to: colour) }
    }
    form.add(tr("Colour"), colour)
    form.append(outcomes.widget)
    (self.author, self.theme, self.colour) = (author, theme, colour)
  }

  private func perform(_ edit: (BoardContents, [UUID]) -> Edit?) {
    guard let board else { return }
    session.perform(edit(board, ids))
  }

  func show(_ ids: [UUID], _ board: BoardContents) {
    let notes = ids.compactMap { board.notes[$0] }
    let common = notes.map(\.theme).onlyValue
    if self.ids != ids { theme?.begin(common ?? "") }
    self.ids = ids
    self.board = board
    let votes = notes.reduce(0) { $0 + board.votes(for: $1.id) }
    heading.show(
      ntr("{count} note", "{count} notes", notes.count),
      ntr("{count} vote", "{count} votes", votes))
    theme?.show(common ?? "")
    theme?.entry.setPlaceholder(common == nil ? tr("Different themes") : "")
    author?.show(notes.map(\.authorID).onlyValue, of: NotePanel.authors(board))
    outcomes.show(ids.map { EntityReference(.note, $0) }, board)
    let colours = notes.map(\.colour)
    colour?.show(colours.onlyValue ?? nil, isMixed: colours.onlyValue == nil)
  }

  func commitTyping() { form.commitTyping() }
}
