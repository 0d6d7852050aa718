import Foundation

/// Columns that a board can begin with.
public enum BoardTemplate: String, CaseIterable, Sendable {
  /// From what is seen to what is asked for.
  case causes
  /// The current state, the future one, and what customers say.
  case states
  case startStopContinue = "start_stop_continue"
  case madSadGlad = "mad_sad_glad"
  case roseThornBud = "rose_thorn_bud"
  case fourLs = "four_ls"
  case leanCoffee = "lean_coffee"
  /// No columns yet.
  case free

  public var title: String {
    switch self {
    case .causes: tr("From what we see to what we recommend")
    case .states: tr("Current state, future state, customers")
    case .startStopContinue: tr("Start, stop, continue")
    case .madSadGlad: tr("Mad, sad, glad")
    case .roseThornBud: tr("Rose, thorn, bud")
    case .fourLs: tr("The four Ls")
    case .leanCoffee: tr("Lean coffee")
    case .free: tr("Without columns")
    }
  }

  /// Of its columns, in order.
  public var columns: [String] {
    switch self {
    case .causes:
      [tr("What we see"), tr("Why it happens"), tr("What we could change"), tr("We recommend")]
    case .states:
      [tr("Current state"), tr("Future state"), tr("What do customers say?")]
    case .startStopContinue: [tr("Start"), tr("Stop"), tr("Continue")]
    case .madSadGlad: [tr("Mad"), tr("Sad"), tr("Glad")]
    case .roseThornBud:
      [tr("Rose: what goes well"), tr("Thorn: what hurts"), tr("Bud: what could grow")]
    case .fourLs: [tr("Liked"), tr("Learned"), tr("Lacked"), tr("Longed for")]
    case .leanCoffee: [tr("To talk about"), tr("Talking about it"), tr("Talked about")]
    case .free: []
    }
  }

  private var colours: [Swatch?] {
    switch self {
    case .startStopContinue: [.green, .red, .blue]
    case .madSadGlad: [.red, .blue, .green]
    case .roseThornBud: [.pink, .red, .green]
    default: []
    }
  }

  /// The columns, for a board that has none.
  public func columns(of boardID: UUID) -> [BoardColumn] {
    let titles = columns
    let colours = colours
    return zip(titles, Rank.spread(titles.count)).enumerated().map { index, column in
      BoardColumn(
        boardID: boardID, rank: column.1, title: column.0,
        colour: colours.indices.contains(index) ? colours[index] : nil)
    }
  }
}

extension BoardContents {
  /// Gives a board without columns those of a template; nil when it has some, or the template has
  /// none.
  public func beginning(with template: BoardTemplate) -> Edit? {
    let new = template.columns(of: board.id)
    guard columns.isEmpty, !new.isEmpty else { return nil }
    return Edit(.addColumn, new.map { .insert($0) })
  }
}
