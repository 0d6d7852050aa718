import Foundation
import Testing
import UpliftCore

@testable import UpliftDrawing

@Suite struct PriorityMatrixTests {
  let measuring = FakeTextMeasuring()

  @Test(arguments: UInt64(1)...30) func aPlaceGivesBackValueAndEffort(seed: UInt64) {
    var random = RandomCharts(seed: seed)
    let matrix = random.matrix(random.number(1...20))
    for isMirrored in [false, true] {
      let layout = matrix.layout(
        measuring: measuring, theme: .light,
        options: ChartOptions(
          width: Double(random.number(320...1600)), isMirrored: isMirrored))
      for bubble in matrix.bubbles {
        let point = layout.point(value: bubble.value, effort: bubble.effort)
        let back = layout.values(at: point)
        #expect(abs(back.value - bubble.value) < 1e-6)
        #expect(abs(back.effort - bubble.effort) < 1e-6)
        #expect(layout.plot.contains(point))
      }
      let beyond = layout.values(at: Point(-500, 5000))
      #expect(beyond.value == 1)
      #expect(beyond.effort == (isMirrored ? layout.scale.end : 0))
    }
  }

  @Test(arguments: UInt64(1)...30) func bubblesStandApartAndInThePlot(seed: UInt64) {
    var random = RandomCharts(seed: seed)
    let matrix = random.matrix(40)
    for width in [320.0, 400, 900] {
      let layout = matrix.layout(
        measuring: measuring, theme: .light, options: ChartOptions(width: width, height: 300))
      #expect(layout.circles.count == 40)
      for (index, circle) in layout.circles.enumerated() {
        #expect(layout.plot.contains(circle))
        #expect(layout.bubble(at: Point(circle.midX, circle.midY)) == index)
        for other in layout.circles.dropFirst(index + 1) {
          let distance = hypot(circle.midX - other.midX, circle.midY - other.midY)
          #expect(distance > (circle.width + other.width) / 2 - 1.5, "seed \(seed), \(width)")
        }
      }
    }
  }

  @Test func whatIsInTheHandStandsExactlyAtItsPlace() {
    let bubbles = (0..<9).map { _ in
      PriorityMatrix.Bubble(
        EntityReference(.opportunity, UUID()), title: "Same", value: 4, effort: 2)
    }
    let layout = PriorityMatrix(bubbles: bubbles, heldInHand: bubbles[4].reference).layout(
      measuring: measuring, theme: .light, options: ChartOptions())
    let point = layout.point(value: 4, effort: 2)
    #expect(abs(layout.circles[4].midX - point.x) < 0.001)
    #expect(abs(layout.circles[4].midY - point.y) < 0.001)
    #expect(Set(layout.circles.map(\.origin)).count == 9)
  }

  @Test func noLineGoesOverABubble() throws {
    let bubbles = (0..<9).map { place in
      PriorityMatrix.Bubble(
        EntityReference(.opportunity, UUID()), title: "Same", value: 3, effort: 3,
        evidence: place * 3)
    }
    let scene = PriorityMatrix(bubbles: bubbles).layout(
      measuring: measuring, theme: .light, options: ChartOptions()
    ).scene
    // In the order in which they are drawn.
    let primitives = scene.items.flatMap(\.content.primitives)
    let firstBubble = try #require(
      primitives.firstIndex {
        if case .stroke(.ellipse, _, _, _) = $0 { true } else { false }
      })
    let lines = primitives[firstBubble...].filter {
      if case .stroke(.path, _, _, _) = $0 { true } else { false }
    }
    #expect(lines.isEmpty)
  }

  @Test func moreEvidenceIsALargerBubbleAndDisputesAreDashed() {
    func bubble(_ evidence: Int, gut: Double, data: Double) -> PriorityMatrix.Bubble {
      PriorityMatrix.Bubble(
        EntityReference(.opportunity, UUID()), title: "Opportunity \(evidence)", value: 4,
        effort: Double(evidence), evidence: evidence, gut: gut, data: data)
    }
    let matrix = PriorityMatrix(bubbles: [
      bubble(1, gut: 5, data: 3), bubble(4, gut: 5, data: 4), bubble(20, gut: 3, data: 3),
    ])
    let layout = matrix.layout(measuring: measuring, theme: .light, options: ChartOptions())
    #expect(layout.circles[0].width <= layout.circles[1].width)
    #expect(layout.circles[1].width < layout.circles[2].width)
    let dashed = layout.scene.items.flatMap(\.content.primitives).filter {
      if case .stroke(.ellipse, _, _, let dash) = $0 { !dash.isEmpty } else { false }
    }
    #expect(dashed.count == 1)
    #expect(
      layout.scene.items.contains {
        $0.subject == .record(matrix.bubbles[0].reference)
          && ($0.label ?? "").contains("ask customers first")
      })
    // What is disputed says as well how much stands behind it.
    #expect(matrix.detail(of: matrix.bubbles[0]).contains("1 piece of evidence"))
  }

  @Test func quadrantsBeginWhereTheLinesStand() {
    let matrix = PriorityMatrix(bubbles: [])
    #expect(matrix.quadrant(value: 3, effort: 3) == .quickWin)
    #expect(matrix.quadrant(value: 3, effort: 3.1) == .majorProject)
    #expect(matrix.quadrant(value: 2.9, effort: 3) == .fillIn)
    #expect(matrix.quadrant(value: 2.9, effort: 3.1) == .thankless)
  }

  @Test func scalesOfEffortAreOneToOne() {
    for scale in [
      EffortScale(.linear, end: 8), .init(.squareRoot, end: 40), .init(.logarithmic, end: 300),
    ] {
      var last = -1.0
      for step in 0...200 {
        let effort = scale.end * Double(step) / 200
        let share = scale.share(of: effort)
        #expect(share > last)
        #expect(abs(scale.effort(at: share) - effort) < 1e-9 * scale.end)
        last = share
      }
      #expect(last == 1)
    }
    #expect(EffortScale(covering: [5]).kind == .linear)
    #expect(EffortScale(covering: [5, 24]) == EffortScale(.squareRoot, end: 24))
    #expect(EffortScale(covering: [1, 200]).kind == .logarithmic)
    #expect(EffortScale(covering: [1, 200]).end >= 200)
  }

  @Test func keysStepAsPeopleTellEffortsApart() {
    func steps(_ effort: Double, _ count: Int) -> Double {
      PriorityMatrix.stepped(
        .init(EntityReference(.opportunity, UUID()), title: "", value: 3, effort: effort),
        effort: count
      ).effort
    }
    #expect(steps(1.5, 1) == 1.75)
    #expect(steps(1.9, 1) == 2)
    #expect(steps(2, 1) == 2.5)
    #expect(steps(2, -1) == 1.75)
    #expect(steps(6, 1) == 7)
    #expect(steps(6, -1) == 5.5)
    #expect(steps(6.4, -1) == 6)
    #expect(steps(0, -1) == 0)
    func values(_ value: Double, _ count: Int) -> Double {
      PriorityMatrix.stepped(
        .init(EntityReference(.opportunity, UUID()), title: "", value: value, effort: 1),
        value: count
      ).value
    }
    #expect(values(3, 1) == 3.5)
    #expect(values(3.2, -1) == 2.5)
    #expect(values(5, 1) == 5)
    #expect(values(1, -1) == 1)
  }

  @Test func whatIsDraggedKeepsThePlotUnderTheHand() {
    var random = RandomCharts(seed: 7)
    let matrix = random.matrix(14)
    let options = ChartOptions(width: 700, height: 420)
    let before = matrix.layout(measuring: measuring, theme: .light, options: options)
    for effort in [0.0, 1, 2.5, before.scale.end] {
      var moved = matrix
      moved.bubbles[3].effort = effort
      moved.bubbles[3].value = 5
      moved.heldInHand = moved.bubbles[3].reference
      moved.scale = before.scale
      moved.labels = before.labels
      let after = moved.layout(measuring: measuring, theme: .light, options: options)
      #expect(after.plot == before.plot)
      #expect(after.scale == before.scale)
    }
  }
}
