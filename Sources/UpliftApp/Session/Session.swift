import Foundation
import Gtk
import UpliftCore

/// An open workspace on the screen, shared by all windows that show it.
@MainActor public final class Session {
  public let workspace: Workspace
  public private(set) var outline: WorkspaceOutline
  /// What kept the last edit from the disk, until one gets there; nil when all is saved.
  public private(set) var problem: String?
  /// Whether a copy elsewhere is a way out: the file takes nothing any more.
  public private(set) var offersCopy = false
  /// Whether the problem kept something that was typed or done from the disk.
  public private(set) var isUnsaved = false

  /// What the windows wait for; nil when they need not.
  public internal(set) var longWork: LongWork? {
    didSet { for listener in workListeners { listener.handler(longWork) } }
  }

  /// What the last undo or redo did.
  var travelled: WorkspaceChange?
  /// Maps, boards and groups on which that was.
  var travelledPlaces: [EntityReference] = []

  /// How registers were sorted and filtered last, by their names.
  var registerMemory: [String: Any] = [:]

  /// Looks through the workspace for the overview; made when somebody first wants to see that.
  private(set) lazy var overview: OverviewReader = {
    hasOverview = true
    return OverviewReader(self)
  }()
  private var hasOverview = false

  private var workListeners: [(id: Int, handler: (LongWork?) -> Void)] = []
  private var listeners: [(id: Int, handler: (WorkspaceChange) -> Void)] = []
  private var problemListeners: [(id: Int, handler: (String?) -> Void)] = []
  private var refusalListeners: [(id: Int, handler: (String) -> Void)] = []
  private var editListeners: [(id: Int, handler: (Edit, WorkspaceChange) -> Void)] = []
  private var nextID = 0
  private var observation: WorkspaceObservation?
  private var monitor: FileMonitor?
  private var noticing: Timeout?
  private var soundnessCheck: Timeout?
  /// Milliseconds after which a file that was opened is looked through: it is on the screen by then.
  private static let checkDelay = 500
  /// A map that was laid out while the program started, until somebody shows it or it has changed.
  private var prepared: PreparedJourney?

  public convenience init(_ workspace: Workspace) throws {
    self.init(workspace, outline: try workspace.outline())
  }

  convenience init(_ opened: WorkspaceOpening.Opened) {
    self.init(opened.workspace, outline: opened.outline)
    prepared = opened.journey
    // What another program has written since it was read.
    noticeSoon()
  }

  private init(_ workspace: Workspace, outline: WorkspaceOutline) {
    self.workspace = workspace
    self.outline = outline
    observation = workspace.observe { [weak self] change in
      // People's edits are made on the main thread, and the screen follows at once. A long import
      // is made on another one.
      if Thread.isMainThread {
        MainActor.assumeIsolated { self?.heard(change) }
      } else {
        Task { @MainActor in self?.heard(change) }
      }
    }
    monitor = try? FileMonitor(workspace.url) { [weak self] in self?.noticeSoon() }
    soundnessCheck = Timeout.after(milliseconds: Self.checkDelay) { [weak self] in self?.check() }
  }

  /// Hands over the map that was laid out beforehand, if it is this one.
  func takePrepared(_ mapID: UUID) -> PreparedJourney? {
    guard let prepared, prepared.contents.map.id == mapID else { return nil }
    self.prepared = nil
    return prepared
  }

  public var isReadOnly: Bool { workspace.isReadOnly }

  // MARK: Editing

  /// Carries out an edit. Nil is nothing to do.
  ///
  /// - Returns: false when it could not be saved; the window says why, and nothing has changed.
  @discardableResult
  public func perform(_ edit: Edit?) -> Bool {
    guard let edit else { return false }
    guard !isReadOnly else {
      refuse()
      return false
    }
    guard let change = attempt({ try workspace.perform(edit) }) else { return false }
    tell(edit, change)
    return true
  }

  func tell(_ edit: Edit, _ change: WorkspaceChange) {
    for listener in editListeners { listener.handler(edit, change) }
  }

  /// Says that nothing can be changed. Nothing is lost by that.
  func refuse() {
    let sentence = workspace.readOnlyReason ?? tr("This workspace is read-only.")
    for listener in refusalListeners { listener.handler(sentence) }
  }

  public var undoTitle: String? { (try? workspace.nextUndo())?.title }
  public var redoTitle: String? { (try? workspace.nextRedo())?.title }

  /// Reads something; a failure is shown, and nil.
  public func read<Result>(_ body: () throws -> Result?) -> Result? {
    do {
      return try body()
    } catch {
      report(error)
      return nil
    }
  }

  func attempt<Result>(_ body: () throws -> Result) -> Result? {
    do {
      let result = try body()
      setProblem(nil)
      return result
    } catch {
      fail(error)
      return nil
    }
  }

  /// Says why something did not get to the disk.
  func fail(_ error: any Error) {
    isUnsaved = true
    report(error)
  }

  /// An edit got to the disk.
  func succeed() { setProblem(nil) }

  /// Shows what went wrong, in every window of the workspace, until an edit succeeds.
  public func report(_ error: any Error) {
    offersCopy = (error as? WorkspaceError)?.isAboutWriting ?? false
    setProblem((error as? WorkspaceError)?.description ?? error.localizedDescription)
  }

  public func dismissProblem() { setProblem(nil) }

  private func setProblem(_ sentence: String?) {
    if sentence == nil { (isUnsaved, offersCopy) = (false, false) }
    guard problem != sentence else { return }
    problem = sentence
    for listener in problemListeners { listener.handler(sentence) }
  }

  // MARK: Listening

  /// Calls `handler` after every change, with the outline up to date. Keep what is returned.
  public func onChange(_ handler: @escaping (WorkspaceChange) -> Void) -> Listening {
    nextID += 1
    let id = nextID
    listeners.append((id, handler))
    return Listening { [weak self] in self?.listeners.removeAll { $0.id == id } }
  }

  public func onProblem(_ handler: @escaping (String?) -> Void) -> Listening {
    nextID += 1
    let id = nextID
    problemListeners.append((id, handler))
    return Listening { [weak self] in self?.problemListeners.removeAll { $0.id == id } }
  }

  /// Calls `handler` with a sentence when somebody tries to change what cannot be changed.
  public func onRefusal(_ handler: @escaping (String) -> Void) -> Listening {
    nextID += 1
    let id = nextID
    refusalListeners.append((id, handler))
    return Listening { [weak self] in self?.refusalListeners.removeAll { $0.id == id } }
  }

  /// Calls `handler` after every edit that a person made here, not after undo and redo.
  public func onEdit(_ handler: @escaping (Edit, WorkspaceChange) -> Void) -> Listening {
    nextID += 1
    let id = nextID
    editListeners.append((id, handler))
    return Listening { [weak self] in self?.editListeners.removeAll { $0.id == id } }
  }

  /// Calls `handler` when the windows are to wait for something, and when they need no longer.
  public func onLongWork(_ handler: @escaping (LongWork?) -> Void) -> Listening {
    nextID += 1
    let id = nextID
    workListeners.append((id, handler))
    return Listening { [weak self] in self?.workListeners.removeAll { $0.id == id } }
  }

  private func heard(_ change: WorkspaceChange) {
    prepared = nil
    if change.touchesOutline, !outline.apply(change) {
      do { outline = try workspace.outline() } catch { report(error) }
    }
    for listener in listeners { listener.handler(change) }
  }

  /// A damaged file is said at once, before anything is written to it, not when somebody comes to
  /// the damaged part.
  private func check() {
    soundnessCheck = nil
    let workspace = workspace
    // A thread of its own: a task's pool of threads is looked after every second from then on.
    Thread.detachNewThread { [weak self] in
      do {
        try workspace.requireSoundPages()
      } catch {
        Task { @MainActor in self?.report(error) }
      }
    }
  }

  /// Another program may write several times in a row; one look afterwards is enough.
  private func noticeSoon() {
    guard noticing == nil else { return }
    noticing = Timeout.after(milliseconds: 60) { [weak self] in
      guard let self else { return }
      noticing = nil
      // The file is busy, most likely with our own work.
      guard longWork == nil else { return noticeSoon() }
      do { try workspace.noticeOutsideChanges() } catch { report(error) }
    }
  }

  public func close() {
    if hasOverview { overview.stop() }
    observation = nil
    monitor = nil
    soundnessCheck = nil
    noticing = nil
    try? workspace.close()
  }
}

/// Listens until it is gone.
@MainActor public final class Listening {
  private let end: () -> Void

  init(_ end: @escaping () -> Void) { self.end = end }

  isolated deinit { end() }
}

extension WorkspaceChange {
  /// Whether something that the outline shows is new, changed or gone.
  var touchesOutline: Bool {
    touches([
      .workspace, .department, .channel, .tag, .persona, .journeyMap, .savedFilter, .metric,
      .dialogue, .advisoryGroup, .member, .meeting, .board, .recommendation, .promise, .barrier,
      .initiative,
    ])
  }
}
