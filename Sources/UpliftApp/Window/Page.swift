import Foundation
import Gtk
import UpliftCore
import UpliftDrawing

/// What fills the middle of a window: a map, a board, a register.
@MainActor public protocol Page: AnyObject {
  var place: Place { get }
  /// Fills the view. The same widget as long as the page lives.
  var widget: Widget { get }
  /// What stands in the window's header bar: "Returning an online order".
  var title: String { get }
  /// Beside the workspace's name: "current state"; empty for none.
  var subtitle: String { get }
  /// For what is selected; nil when the page has none.
  var inspector: Widget? { get }
  /// The inspector is about to be seen: from now on it shows what is selected.
  func fillInspector()
  /// Entries of the Add menu that make sense here: label and the name of one of the page's actions.
  var additions: [PageAddition] { get }
  /// What export would write; nil when there is nothing to export.
  var exportSubject: ExportSubject? { get }
  /// What a presentation would show; nil when there is nothing to present.
  var presented: (any PresentationSource)? { get }

  /// Bars of controls that F6 stops at, besides the page itself.
  var bars: [Widget] { get }
  /// What is being deleted, by name, while that happens; nil: it is told by numbers.
  var deletionWords: String? { get }
  /// What of a map is selected, for those who export or print that; nil when nothing is.
  var selectedPart: MapPart? { get }

  /// The page has something to tell: `say` shows it.
  func connect(say: @escaping (String) -> Void)
  /// The page has something to tell until it is answered: what the button says, and does.
  func connect(offer: @escaping (String, String, @escaping () -> Void) -> Void)
  /// Something is gone that a button brings back, for as long as that is told.
  func connect(regret: @escaping (String, String, @escaping () -> Void) -> Void)
  /// Ctrl+Shift+D: copies of the selected rows come below them. False: there are no rows here.
  func duplicateRows() -> Bool
  /// Alt and a number: turns to one of the views, the first of which is 1. False: there is none.
  func turn(to number: Int) -> Bool
  /// Puts what is selected, or else all, on the clipboard as a picture.
  func copyPicture()
  /// What does not match it is pale on the screen, and so in an export.
  var exportFilter: JourneyFilter { get }
  /// The record where the keyboard is, so that one can come back to it; nil for none.
  var currentRecord: EntityReference? { get }

  /// Why nothing may be undone or done again now; nil when it may.
  var undoRefusal: String? { get }
  /// Controls for the window's header bar. The same widgets as long as the page lives.
  var headerTools: [Widget] { get }

  /// Called after every change of the workspace. False: what the page shows is gone.
  func follow(_ change: WorkspaceChange) -> Bool
  /// False: while another page is seen it is not told of changes, but that there were some, when it
  /// is looked at again.
  var followsUnseen: Bool { get }
  /// Puts the keyboard where one would begin to work.
  func takeFocus()
  /// Selects and shows a record of the page.
  func reveal(_ reference: EntityReference)
  /// Selects what an undo or redo has brought back or changed.
  func select(whatCameBackIn change: WorkspaceChange)
  /// What is being typed goes to the disk now.
  func commitTyping()
  /// The same, and nothing is being typed any more: what comes next may change the text.
  func endTyping()
  /// Light or dark was chosen.
  func appearanceChanged(isDark: Bool)
}

extension Page {
  public var followsUnseen: Bool { true }

  /// False where two maps, or what was, are looked at.
  var showsOnePlace: Bool {
    switch place {
    case .comparison, .past: false
    default: true
    }
  }
}

/// An entry of the Add menu.
public struct PageAddition {
  public var label: String
  public var perform: () -> Void

  public init(_ label: String, _ perform: @escaping () -> Void) {
    self.label = label
    self.perform = perform
  }
}

/// What can be exported.
public enum ExportSubject: Hashable, Sendable {
  case journey(UUID)
  case board(UUID)
  case group(UUID)
  /// A group's charter, on a page.
  case charter(UUID)
  /// A meeting's minutes.
  case minutes(UUID)
  /// Its sheet.
  case persona(UUID)
  /// The plan as a document.
  case plan
  /// What a department does for customers.
  case department(UUID)
  /// The postcards of the Customer Champions.
  case champions
  /// What needs somebody, and the state of every practice.
  case overview
  /// Two maps, and which sorts of differences are seen.
  case comparison(MapVersion, MapVersion, Set<Difference.Sort>)
  /// A picture of what is worked out.
  case figure(PlanFigure)
  /// Departments × steps of one map.
  case departmentsOfMap(UUID)
  /// Metrics over time with these segments beside all customers; nil: all of them.
  case trends(Set<String>?)
  /// Lists that are worked out, under the title of their practice.
  case findings([PlanFinding], title: String)
  /// Who was named, who names and which teams, with one of the three as a picture.
  case leaderboards(PlanFigure, AccoladeDays)
  /// A message as it is said.
  case message(UUID)
  /// A register, all of it.
  case register(EntityKind)
  /// A map or board as it was.
  case older(OlderVersion)

  /// Whether it can be drawn.
  var isPicture: Bool {
    switch self {
    case .group, .charter, .minutes, .plan, .department, .champions, .findings, .register,
      .message, .overview:
      false
    default: true
    }
  }
}

extension Page {
  public var subtitle: String { "" }
  public var inspector: Widget? { nil }
  public func fillInspector() {}
  public var bars: [Widget] { [] }
  public var additions: [PageAddition] { [] }
  public var exportSubject: ExportSubject? { nil }
  public var headerTools: [Widget] { [] }
  public var undoRefusal: String? { nil }
  public var selectedPart: MapPart? { nil }
  public var deletionWords: String? { nil }
  public func connect(say: @escaping (String) -> Void) {}
  public func connect(offer: @escaping (String, String, @escaping () -> Void) -> Void) {}
  public func connect(regret: @escaping (String, String, @escaping () -> Void) -> Void) {}
  public func duplicateRows() -> Bool { false }
  public func turn(to number: Int) -> Bool { false }
  public func copyPicture() {}
  public var exportFilter: JourneyFilter { JourneyFilter() }
  public var currentRecord: EntityReference? { nil }
  public var presented: (any PresentationSource)? { nil }
  public func takeFocus() {}
  public func select(whatCameBackIn change: WorkspaceChange) {}
  public func reveal(_ reference: EntityReference) {}
  public func commitTyping() {}
  public func endTyping() { commitTyping() }
  public func appearanceChanged(isDark: Bool) {}
}
