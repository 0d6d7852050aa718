import Foundation
import UpliftCore
import UpliftDrawing

/// From values to a picture, and to a file of it.
enum DrawingBench {
  /// A key was pressed: the text is changed on the disk, in the values and in the picture.
  static func editToScene(_ workspace: Workspace, count: Int) throws -> Measurement {
    guard let id = try workspace.outline().journeyMaps.first?.id,
      var contents = try workspace.journey(id), let measuring = PangoTextMeasuring()
    else { throw BenchError.unusable("the generated workspace") }
    let cache = LayoutCache()
    let open = try seconds {
      guard let again = try workspace.journey(id) else { return }
      contents = again
    }
    let layout = seconds {
      _ = JourneyLayout.scene(for: contents, measuring: measuring, theme: .light, cache: cache)
    }
    var generator = SeededGenerator(seed: 5)
    let words = InventedWords(count: 500, using: &generator)
    let ids = contents.cards.keys.sorted { $0.uuidString < $1.uuidString }
    var whole: [Double] = []
    var disk: [Double] = []
    var drawn: [Double] = []
    var processor: [Double] = []
    for round in 0..<count {
      let card = EntityReference(.card, ids[Int.random(in: 0..<ids.count, using: &generator)])
      let text = words.sentence(using: &generator) + " \(round)"
      guard let edit = contents.settingText(of: card, to: text) else { continue }
      var change = WorkspaceChange()
      var busy = 0.0
      let performing = try seconds {
        busy += try processorSeconds { change = try workspace.perform(edit) }
      }
      let drawing = seconds {
        busy += processorSeconds {
          _ = contents.apply(change)
          _ = JourneyLayout.scene(
            for: contents, measuring: measuring, theme: .light, cache: cache)
        }
      }
      processor.append(busy * 1000)
      disk.append(performing * 1000)
      drawn.append(drawing * 1000)
      whole.append((performing + drawing) * 1000)
    }
    let figures = Figures(whole)
    return Measurement(
      what: "an edit among 10,000 cards, key to scene, p99", floorName: "a frame at 60 a second",
      unit: .milliseconds, floor: 1000 / 60, measured: figures.p99, aim: 1,
      details: [
        ("p50", figures.median), ("disk p50", Figures(disk).median),
        ("disk p99", Figures(disk).p99), ("scene p50", Figures(drawn).median),
        ("scene p99", Figures(drawn).p99), ("processor p50", Figures(processor).median),
        ("processor p99", Figures(processor).p99), ("reading the map", open * 1000),
        ("first scene", layout * 1000),
      ])
  }

  /// Both in turn, twice; the better of each counts.
  static func pdf(_ contents: WorkspaceContents, folder: URL) throws -> Measurement {
    guard let id = contents.journeyMaps.first?.id, let journey = contents.journey(id),
      let measuring = PangoTextMeasuring()
    else { throw BenchError.unusable("the generated workspace") }
    let scene = JourneyLayout.scene(for: journey, measuring: measuring, theme: .print)
    let file = folder.appendingPathComponent("cards.pdf")
    var here: [Double] = []
    var floor: [Double] = []
    for _ in 0..<2 {
      floor.append(seconds { BarePDF.write(scene, to: folder.appendingPathComponent("bare.pdf")) })
      here.append(
        try seconds {
          try SceneExport.write(.journey(journey), theme: .print, to: file, format: .pdf)
        })
    }
    return Measurement(
      what: "PDF of 10,000 cards", floorName: "bare Cairo and Pango drawing the same texts",
      unit: .milliseconds, floor: Figures(floor).least * 1000,
      measured: Figures(here).least * 1000, aim: 1.2)
  }
}
