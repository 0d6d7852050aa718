import Foundation
import Gtk
import UpliftCore

/// Notes that belong together.
@MainActor final class ClusterPanel: InspectorPanel {
  private let session: Session
  private let form: Form
  var widget: Widget { form.box }
  private var board: BoardContents?
  private var id: UUID?

  private var title: TextEditor?
  private let subtitle = Label("", classes: ["inspector-subtitle"])
  private var votes: VotesEditor?
  private let links: LinksEditor
  weak var desk: VotingDesk?

  private let outcomes: OutcomesEditor

  init(
    _ session: Session, say: @escaping (String) -> Void, go: @escaping (EntityReference) -> Void
  ) {
    self.session = session
    form = Form(isEditable: !session.isReadOnly)
    links = LinksEditor(session, go: go)
    outcomes = OutcomesEditor(session, say: say)
    let title = TextEditor(classes: ["quiet", "inspector-title"], isTitle: true, hint: tr("Title"))
    {
      [weak self] text, typing in
      self?.perform { $0.settingText(of: $1, to: text, typing: typing) }
    }
    title.setName(tr("Title"))
    form.add(title)
    subtitle.alignment = 0
    subtitle.wraps = true
    form.append(subtitle)
    let votes = VotesEditor(
      fewer: { [weak self] in self?.vote(-1) }, more: { [weak self] in self?.vote(1) })
    form.add(tr("Votes for the cluster"), votes)
    form.append(outcomes.widget)
    form.append(links.widget)
    (self.title, self.votes) = (title, votes)
  }

  private func perform(_ edit: (BoardContents, EntityReference) -> Edit?) {
    guard let board, let id else { return }
    session.perform(edit(board, EntityReference(.cluster, id)))
  }

  private func vote(_ step: Int) {
    guard let id else { return }
    if let desk, desk.isOpen {
      desk.change(EntityReference(.cluster, id), by: step)
    } else {
      perform { step > 0 ? $0.addingVote(to: $1) : $0.removingVote(from: $1) }
    }
  }

  func show(_ id: UUID, _ board: BoardContents) {
    guard let cluster = board.clusters[id] else { return }
    let isOther = self.id != id
    if isOther { title?.begin(cluster.title) }
    self.id = id
    self.board = board
    title?.show(cluster.title)
    let count = board.clusterNotes[id]?.count ?? 0
    let column = board.columns.first { $0.id == cluster.columnID }?.title ?? ""
    subtitle.text = [tr("Cluster"), column, ntr("{count} note", "{count} notes", count)]
      .filter { !$0.isEmpty }.joined(separator: " · ")
    votes?.show(board.votes(for: id))
    votes?.setEditable(!session.isReadOnly && (board.votings.isEmpty || desk?.isOpen ?? false))
    outcomes.show([EntityReference(.cluster, id)], board)
    if isOther { links.show(cluster.reference) }
  }

  func commitTyping() { form.commitTyping() }
  func refreshLinks() { links.refresh() }
}
