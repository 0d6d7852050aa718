import Foundation
import Gtk
import UpliftCore

/// One note.
@MainActor final class NotePanel: InspectorPanel {
  private let session: Session
  private let form: Form
  var widget: Widget { form.box }
  private var board: BoardContents?
  private var id: UUID?

  private var text: TextEditor?
  private let subtitle = Label("", classes: ["inspector-subtitle"])
  private var author: ChoiceEditor<UUID?>?
  private var theme: LineEditor?
  private var votes: VotesEditor?
  private var colour: SwatchEditor?
  private let links: LinksEditor
  private let hidden = PageParts.dim(
    tr("Written in private. Its text is seen when the notes are revealed; F2 writes it anew."))
  private var themeLabel: Label?
  weak var desk: VotingDesk?

  private let outcomes: OutcomesEditor

  init(
    _ session: Session, say: @escaping (String) -> Void, go: @escaping (EntityReference) -> Void
  ) {
    self.session = session
    form = Form(isEditable: !session.isReadOnly)
    links = LinksEditor(session, go: go)
    outcomes = OutcomesEditor(session, say: say)
    let text = TextEditor(
      classes: ["quiet", "inspector-title"], isTitle: true, hint: tr("Text of the note")
    ) {
      [weak self] text, typing in
      self?.perform { $0.settingText(of: EntityReference(.note, $1), to: text, typing: typing) }
    }
    text.setName(tr("Text"))
    form.add(text)
    form.append(hidden)
    subtitle.alignment = 0
    subtitle.wraps = true
    form.append(subtitle)
    let author = ChoiceEditor<UUID?> { [weak self] author in
      self?.perform { $0.settingAuthor(of: [$1], to: author) }
    }
    form.add(tr("Written by"), author)
    let theme = LineEditor { [weak self] text, typing in
      self?.perform { $0.settingTheme(of: [$1], to: text, typing: typing) }
    }
    themeLabel = form.add(tr("Theme"), theme)
    let votes = VotesEditor(
      fewer: { [weak self] in self?.vote(-1) }, more: { [weak self] in self?.vote(1) })
    form.add(tr("Votes"), votes)
    let colour = SwatchEditor(byDefault: tr("By column")) { [weak self] colour in
      self?.perform { $0.settingColour(of: [$1], to: colour) }
    }
    form.add(tr("Colour"), colour)
    form.append(outcomes.widget)
    form.append(links.widget)
    (self.text, self.author, self.theme) = (text, author, theme)
    (self.votes, self.colour) = (votes, colour)
  }

  private func perform(_ edit: (BoardContents, UUID) -> Edit?) {
    guard let board, let id else { return }
    session.perform(edit(board, id))
  }

  private func vote(_ step: Int) {
    guard let board, let id else { return }
    let reference = EntityReference(.note, id)
    if let desk, desk.isOpen {
      desk.change(reference, by: step)
    } else {
      session.perform(
        step > 0 ? board.addingVote(to: reference) : board.removingVote(from: reference))
    }
  }

  func show(_ id: UUID, _ board: BoardContents) {
    guard let note = board.notes[id] else { return }
    let isOther = self.id != id
    if isOther {
      text?.begin(note.text)
      theme?.begin(note.theme)
    }
    self.id = id
    self.board = board
    text?.show(note.text)
    theme?.show(note.theme)
    hidden.isVisible = note.isPrivate
    for widget in [text?.widget, theme?.widget, themeLabel] {
      widget?.isVisible = !note.isPrivate
    }
    let column = board.columns.first { $0.id == note.columnID }?.title
    let cluster = note.clusterID.flatMap { board.clusters[$0]?.title }
    subtitle.text = [tr("Note"), column, cluster].compactMap { $0 }.filter { !$0.isEmpty }
      .joined(separator: " · ")
    author?.show(.some(note.authorID), of: Self.authors(board))
    votes?.show(board.votes(for: id))
    votes?.setEditable(!session.isReadOnly && (board.votings.isEmpty || desk?.isOpen ?? false))
    colour?.show(note.colour)
    outcomes.show([EntityReference(.note, id)], board)
    links.widget.isVisible = !note.isPrivate
    if isOther { links.show(note.reference) }
  }

  static func authors(_ board: BoardContents) -> [(value: UUID?, title: String)] {
    [(nil, tr("Nobody in particular"))] + board.members.map { ($0.id, $0.name) }
  }

  func commitTyping() { form.commitTyping() }
  func refreshLinks() { links.refresh() }
}
