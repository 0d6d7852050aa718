import Foundation
import Gtk
import UpliftCore
import UpliftDrawing

/// What is selected on a board, to be looked at closely and changed. It never takes the focus by
/// itself.
@MainActor public final class BoardInspector {
  private let box = Box(.vertical)
  public var widget: Widget { box }

  private let session: Session
  private let go: (EntityReference) -> Void
  private var board: BoardContents?
  private var panel: (any InspectorPanel)?
  private var target: Target?
  private var generation = 0
  private var listening: Listening?
  /// Takes votes while a round is open.
  var desk: VotingDesk? {
    didSet {
      notePanel.desk = desk
      clusterPanel.desk = desk
    }
  }

  private lazy var boardPanel = {
    let panel = BoardPanel(session, go: go)
    panel.onExport = { [weak self] in self?.onExport?($0) }
    return panel
  }()
  private lazy var notePanel = NotePanel(session, say: saying, go: go)
  /// Somebody wants a document about the board's meeting.
  var onExport: ((ExportSubject) -> Void)?
  /// There is something to tell that is no error.
  var onSay: ((String) -> Void)?
  private lazy var notesPanel = NotesPanel(session, say: saying)
  private lazy var clusterPanel = ClusterPanel(session, say: saying, go: go)
  private lazy var columnPanel = ColumnPanel(session)

  /// - Parameter go: somebody wants to see another record.
  public init(session: Session, go: @escaping (EntityReference) -> Void) {
    self.session = session
    self.go = go
    box.addClass("inspector")
    box.expandsVertically = true
    listening = session.onChange { [weak self] _ in self?.panel?.refreshLinks() }
  }

  /// Shows what is selected on a board as it is now.
  public func show(_ board: BoardContents, selection: [ItemSubject]) {
    generation += 1
    let own = generation
    let target = Target(selection, on: board)
    if target != self.target {
      // That may bring a newer board here, by way of an edit, before this call goes on.
      panel?.commitTyping()
    }
    self.target = target
    let current = own == generation ? board : self.board ?? board
    self.board = current
    switch target {
    case .board:
      boardPanel.show(current)
      put(boardPanel)
    case .note(let id):
      notePanel.show(id, current)
      put(notePanel)
    case .notes(let ids):
      notesPanel.show(ids, current)
      put(notesPanel)
    case .cluster(let id):
      clusterPanel.show(id, current)
      put(clusterPanel)
    case .column(let id):
      columnPanel.show(id, current)
      put(columnPanel)
    }
  }

  private var saying: (String) -> Void { { [weak self] in self?.onSay?($0) } }

  /// What is being typed goes to the disk now.
  public func commitTyping() { panel?.commitTyping() }

  private func put(_ new: any InspectorPanel) {
    guard panel !== new else { return }
    panel = new
    box.removeAll()
    box.append(new.widget)
  }

  private enum Target: Equatable {
    case board
    case note(UUID)
    case notes([UUID])
    case cluster(UUID)
    case column(UUID)

    init(_ selection: [ItemSubject], on board: BoardContents) {
      let records = selection.compactMap { subject -> EntityReference? in
        guard case .record(let reference) = subject else { return nil }
        return reference
      }
      let notes = records.filter { $0.kind == .note && board.notes[$0.id] != nil }.map(\.id)
      let cluster = records.first { $0.kind == .cluster && board.clusters[$0.id] != nil }
      let column = records.first { reference in
        reference.kind == .boardColumn && board.columns.contains { $0.id == reference.id }
      }
      if notes.count > 1 {
        self = .notes(notes)
      } else if let note = notes.first {
        self = .note(note)
      } else if let cluster {
        self = .cluster(cluster.id)
      } else if let column {
        self = .column(column.id)
      } else {
        self = .board
      }
    }
  }
}
