import Foundation
import Testing
import UpliftCore

/// Somebody who has a picture of the sample's map makes it anew from an empty one, with the
/// keyboard alone.
@Suite(.serialized) struct RebuildTests {
  let desktop: Desktop
  let file: URL

  init() throws {
    desktop = try Desktop()
    file = desktop.file("Rebuilt.uplift")
    try desktop.command("new", file.path, "--template", "blank")
    try desktop.open([file.path], title: "New journey map")
  }

  private func sample() throws -> (map: JourneyContents, links: [Link]) {
    let url = desktop.file("Sample.uplift")
    try desktop.command("new", url.path, "--template", "sample")
    let contents = try Workspace.open(at: url, readOnly: true).contents()
    let map = try #require(
      contents.journeyMaps.first { $0.title == "Returning an online order" })
    return (try #require(contents.journey(map.id)), contents.links)
  }

  private func rebuilt() throws -> JourneyContents {
    let workspace = try Workspace.open(at: file, readOnly: true)
    defer { try? workspace.close() }
    let contents = try workspace.contents()
    let map = try #require(contents.journeyMaps.first)
    return try #require(contents.journey(map.id))
  }

  private func links() throws -> [Link] {
    let workspace = try Workspace.open(at: file, readOnly: true)
    defer { try? workspace.close() }
    return try workspace.contents().links
  }

  /// The links from one card of the map to another, as somebody would say them.
  private func lines(of links: [Link], on journey: JourneyContents) -> [String] {
    links.compactMap { link in
      guard let from = journey.cards[link.fromID], let to = journey.cards[link.toID] else {
        return nil
      }
      return "link \(from.text) \(link.role.rawValue) \(to.text)"
    }.sorted()
  }

  /// What the picture shows: everything but who is behind a card and what other pages know of it.
  private func lines(of journey: JourneyContents) -> [String] {
    var lines = ["map \(journey.map.title)"]
    lines.append("persona \(journey.persona.map(JourneyWords.name(of:)) ?? "nobody")")
    lines.append("role \(journey.persona?.role.rawValue ?? "none")")
    for stage in journey.stages {
      lines.append("stage \(stage.title)")
      for step in journey.steps(of: stage.id) {
        lines.append("step \(step.title)\(step.isMomentOfTruth ? " ★" : "")")
        lines.append("emotion \(journey.emotion(at: step.id)?.value ?? .nan)")
        for lane in journey.lanes {
          for card in journey.cards(at: Cell(laneID: lane.id, stepID: step.id)) {
            let kind = journey.kind(of: card).rawValue
            lines.append("\(kind) \(card.text) \(card.evidence.rawValue) \(card.span)")
          }
        }
      }
    }
    let rows: [(Rank, String)] =
      journey.lanes.map {
        ($0.rank, "lane \($0.laneKind.rawValue) \(title(of: $0)) \($0.subtitle)")
      }
      + journey.lines.map { ($0.rank, "line \($0.line.rawValue)") }
    return lines + rows.sorted { $0.0 < $1.0 }.map(\.1)
  }

  private func title(of lane: Lane) -> String { JourneyWords.title(of: lane) }

  @Test func theSampleIsMadeAnewWithTheKeyboardAlone() throws {
    let (sample, sampleLinks) = try sample()
    let typist = Typist(desktop)
    try typist.writeTitle(of: sample)
    try typist.writeHeaders(of: sample)
    try typist.writeLanes(of: sample)
    try typist.writePersona(of: sample)
    try typist.writeCards(of: sample)
    let wantedLinks = lines(of: sampleLinks, on: sample)
    #expect(wantedLinks.count >= 4)
    try typist.writeLinks(sampleLinks, of: sample)
    try typist.finish()
    try desktop.eventually("the last card") {
      try rebuilt().cards.count == sample.cards.count
    }
    let made = lines(of: try rebuilt())
    let wanted = lines(of: sample)
    for line in made where !wanted.contains(line) { Issue.record("too much: \(line)") }
    for line in wanted where !made.contains(line) { Issue.record("missing: \(line)") }
    #expect(made == wanted)
    #expect(lines(of: try links(), on: try rebuilt()) == wantedLinks)
    // Five minutes of somebody who types 400 keys a minute.
    #expect(typist.presses < 2000)
  }
}

/// Knows the picture and the keys, and counts how often it presses one.
private final class Typist {
  private let desktop: Desktop
  private(set) var presses = 0

  init(_ desktop: Desktop) { self.desktop = desktop }

  func press(_ keys: String...) throws {
    for key in keys { try desktop.press(key) }
    presses += keys.count
  }

  private func type(_ text: String) throws {
    try desktop.type(text)
    presses += text.count
  }

  func writeTitle(of map: JourneyContents) throws {
    try press("shift+F2")
    try type(map.map.title)
    try press("Return")
  }

  /// In the corner, as it stands there.
  func writePersona(of map: JourneyContents) throws {
    guard let persona = map.persona else { return }
    try press("ctrl+Home", "Left", "Up")
    try type(JourneyWords.name(of: persona))
    try press("Return")
  }

  /// Finds a card, and links it with others that it finds, by the letters that tell them from all
  /// others.
  func writeLinks(_ links: [Link], of map: JourneyContents) throws {
    for card in map.lanes.flatMap({ lane in
      map.steps.flatMap { map.cards(at: Cell(laneID: lane.id, stepID: $0.id)) }
    }) {
      let own = links.filter { $0.fromID == card.id && map.cards[$0.toID] != nil }
      guard !own.isEmpty else { continue }
      try press("ctrl+f")
      try type(try letters(that: card, in: map))
      try press("Return")
      for link in own {
        guard let target = map.cards[link.toID] else { continue }
        try press("ctrl+l")
        let place = Link.Role.allCases.firstIndex(of: link.role) ?? 0
        if place > 0 { try press("alt+\(place + 1)") }
        try type(try letters(that: target, in: map))
        try press("Return")
      }
    }
  }

  /// The fewest with which a word of this card, and of nothing else on the map, begins.
  private func letters(that card: Card, in map: JourneyContents) throws -> String {
    func words(_ text: String) -> [String] {
      text.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
    }
    let others =
      (map.cards.values.filter { $0.id != card.id }.map(\.text) + map.steps.map(\.title)
      + map.stages.map(\.title) + map.lanes.flatMap { [JourneyWords.title(of: $0), $0.subtitle] }
      + [map.map.title, map.persona?.name ?? ""]).flatMap(words)
    let own = words(card.text).filter { $0.allSatisfy(\.isASCII) }
    for length in 1...12 {
      for word in own where word.count >= length {
        let start = word.prefix(length)
        if !others.contains(where: { $0.hasPrefix(start) }) { return String(start) }
      }
    }
    throw CocoaError(.featureUnsupported)
  }

  /// The one stage and the one step of an empty map are there; all others come with Ctrl+Enter.
  func writeHeaders(of map: JourneyContents) throws {
    try press("ctrl+Home", "Up", "Up")
    for (number, stage) in map.stages.enumerated() {
      if number > 0 { try press("ctrl+shift+Return") }
      try type(stage.title)
      try press("Return")
      for (place, step) in map.steps(of: stage.id).enumerated() {
        if place > 0 { try press("ctrl+Return") }
        try type(step.title)
        if step.isMomentOfTruth { try press("ctrl+shift+m") }
      }
    }
    try press("Return")
  }

  /// From the lanes that an empty map has, in the order that they have in the picture.
  func writeLanes(of map: JourneyContents) throws {
    var there: Set<Lane.Kind> = [
      .actions, .thoughts, .emotion, .touchpoints, .painPoints, .opportunities,
    ]
    let rows: [(rank: Rank, title: String, subtitle: String, kind: Lane.Kind?)] =
      map.lanes.map { ($0.rank, JourneyWords.title(of: $0), $0.subtitle, $0.laneKind) }
      + map.lines.map { ($0.rank, JourneyWords.name(of: $0.line), "", nil) }
    try press("ctrl+Home", "Left")
    for (number, row) in rows.sorted(by: { $0.rank < $1.rank }).enumerated() {
      if let kind = row.kind, there.remove(kind) != nil {
        if number > 0 { try press("Down") }
        if !row.subtitle.isEmpty {
          try press("F2", "shift+Return")
          try type(row.subtitle)
          try press("Return")
          // Back from the lane below, where Enter leads.
          if !there.isEmpty { try press("Up") }
        }
      } else {
        try press("ctrl+Return")
        try type(row.title)
        if !row.subtitle.isEmpty {
          try press("shift+Return")
          try type(row.subtitle)
        }
        try press("Return")
        if row.kind != nil, !there.isEmpty { try press("Up") }
      }
    }
  }

  /// Row by row, as one reads.
  func writeCards(of map: JourneyContents) throws {
    try press("ctrl+Home")
    for lane in map.lanes {
      for step in map.steps {
        if lane.laneKind == .emotion {
          try write(map.emotion(at: step.id)?.value)
          try press("Tab")
          continue
        }
        let cards = map.cards(at: Cell(laneID: lane.id, stepID: step.id))
        if cards.isEmpty { try press("Tab") }
        for (number, card) in cards.enumerated() {
          if number > 0 { try press("shift+Tab", "Insert") }
          try type(card.text)
          switch card.evidence {
          case .observed: try press("alt+1")
          case .reported: try press("alt+2")
          case .assumed: break
          }
          try press("Return")
          if card.span > 1 {
            try press("shift+Tab")
            for _ in 1..<card.span { try press("shift+alt+Right") }
            try press("Tab")
          }
        }
      }
    }
  }

  /// To the nearest whole number with a digit, and from there by tenths.
  private func write(_ emotion: Double?) throws {
    guard let emotion else { return }
    let whole = emotion.rounded()
    try press("\(Int(whole) + 3)")
    let tenths = Int(((emotion - whole) * 10).rounded())
    for _ in 0..<abs(tenths) { try press(tenths > 0 ? "alt+Up" : "alt+Down") }
  }

  func finish() throws { try press("Escape") }
}
