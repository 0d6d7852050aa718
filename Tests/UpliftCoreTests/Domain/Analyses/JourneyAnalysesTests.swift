import Foundation
import Testing

@testable import UpliftCore

@Suite struct JourneyAnalysesTests {
  private let map = UUID()

  @Test func hopeIsWhatHasNoStandard() {
    let stage = UUID()
    let steps = zip(ranks(4), [true, true, false, true]).map {
      Step(stageID: stage, rank: $0, title: "", isMomentOfTruth: $1)
    }
    let places = ranks(5)
    let promises = [
      Promise(rank: places[0], title: "own"), Promise(rank: places[1], title: "none"),
      Promise(rank: places[2], title: "step", stepID: steps[0].id),
      Promise(rank: places[3], title: "other step", stepID: steps[1].id),
      Promise(rank: places[4], title: "closed", outcome: .kept),
    ]
    let standards = [
      Standard(rank: .middle, stepID: steps[0].id, practice: "Answer within an hour"),
      Standard(rank: .middle, stepID: steps[1].id, practice: "  "),
      Standard(rank: .middle, promiseID: promises[0].id, practice: "Call back"),
    ]
    let hope = HopeList(steps: steps, promises: promises, standards: standards)
    #expect(hope.steps.map(\.id) == [steps[1].id, steps[3].id])
    #expect(hope.promises.map(\.title) == ["none", "other step"])
    #expect(hope.share == Proportion(4, of: 7))
    #expect(HopeList(steps: [], promises: [], standards: []).share.share == nil)
  }

  @Test func departmentsAndStepsAreConnected() {
    let departments = zip(ranks(3), ["Depot", "Finance", "IT"]).map {
      Department(rank: $0, name: $1)
    }
    let steps = ranks(3).map { Step(stageID: UUID(), rank: $0, title: "") }
    let lines = [
      StepDepartment(
        stepID: steps[0].id, departmentID: departments[0].id, contribution: "Packs it"),
      StepDepartment(stepID: steps[2].id, departmentID: departments[0].id),
      StepDepartment(stepID: steps[2].id, departmentID: departments[2].id),
      StepDepartment(stepID: UUID(), departmentID: departments[1].id),
    ]
    let dots = DepartmentSteps(departments: departments, steps: steps, lines: lines)
    #expect(dots.departmentsWithoutStep.map(\.name) == ["Finance"])
    #expect(dots.stepsWithoutDepartment == [steps[1]])
    #expect(dots.rows.map(\.count) == [2, 0, 1])
    #expect(dots.rows.map(\.unexplained) == [1, 0, 1])
    #expect(dots.n == 3)
    let empty = DepartmentSteps(departments: [], steps: steps, lines: lines)
    #expect(empty.stepsWithoutDepartment.count == 3)
  }

  @Test func causesAreCountedByTheLastOfTheirChain() {
    let card = UUID()
    let other = UUID()
    let places = ranks(3)
    func cause(_ card: UUID, _ chain: Int, _ place: Int, _ factor: Cause.Factor?) -> Cause {
      Cause(cardID: card, rank: places[place], chain: chain, text: "", factor: factor)
    }
    let pareto = CausePareto([
      cause(card, 1, 1, .processes), cause(card, 1, 0, .people),
      cause(card, 2, 0, .processes), cause(other, 1, 0, .technology),
      cause(other, 2, 0, .people), cause(other, 3, 2, nil), cause(other, 3, 1, .culture),
    ])
    #expect(pareto.bars.map(\.factor) == [.processes, .people, .technology])
    #expect(pareto.bars.map(\.count) == [2, 1, 1])
    #expect(pareto.bars.map(\.cumulativeShare) == [0.5, 0.75, 1])
    #expect(pareto.unfiled.count == 1)
    #expect(pareto.n == 4)
    #expect(CausePareto([]).bars.isEmpty)
    #expect(CausePareto([]).vitalFew.isEmpty)
  }

  @Test func causesAddUp() {
    var random = Seeded(state: 21)
    for _ in 0..<100 {
      let causes = (0..<Int.random(in: 0...40, using: &random)).map { _ in
        Cause(
          cardID: UUID(), rank: .middle, text: "",
          factor: Int.random(in: 0...4, using: &random) == 0
            ? nil : Cause.Factor.allCases.randomElement(using: &random))
      }
      let pareto = CausePareto(causes)
      for bar in pareto.bars {
        #expect(bar.count == causes.count { $0.factor == bar.factor })
      }
      #expect(pareto.bars.map(\.count) == pareto.bars.map(\.count).sorted(by: >))
      #expect(pareto.n + pareto.unfiled.count == causes.count)
      #expect(pareto.bars.isEmpty || close(pareto.bars.last?.cumulativeShare, 1))
      let few = pareto.vitalFew.reduce(0) { $0 + $1.count }
      #expect(Double(few) >= 0.8 * Double(pareto.n) - 1e-9)
      #expect(
        pareto.vitalFew.isEmpty
          || Double(few - (pareto.vitalFew.last?.count ?? 0)) < 0.8 * Double(pareto.n))
    }
  }

  /// Juran's four fifths: of 100 chains, two factors hold 80.
  @Test func theVitalFewHoldFourFifths() {
    func causes(_ count: Int, _ factor: Cause.Factor) -> [Cause] {
      (0..<count).map { _ in Cause(cardID: UUID(), rank: .middle, text: "", factor: factor) }
    }
    let pareto = CausePareto(
      causes(50, .policies) + causes(30, .processes) + causes(12, .people) + causes(8, .culture))
    #expect(pareto.vitalFew.map(\.factor) == [.policies, .processes])
  }

  @Test func symptomsAreTreatedWithoutACause() {
    let lane = UUID()
    let step = UUID()
    func card(_ text: String) -> Card {
      Card(laneID: lane, stepID: step, rank: .middle, text: text, evidence: .observed)
    }
    let (pain, chance) = (card("It is late"), card("Send it faster"))
    let opportunity = Opportunity(rank: .middle, cardID: chance.id)
    let cause = Cause(cardID: pain.id, rank: .middle, text: "")
    let places = ranks(5)
    let initiatives = [
      Initiative(rank: places[0], title: "discount"),
      Initiative(rank: places[1], title: "through its opportunity", opportunityID: opportunity.id),
      Initiative(rank: places[2], title: "treats"),
      Initiative(rank: places[3], title: "unconnected"),
      Initiative(rank: places[4], title: "done", status: .done),
    ]
    let treatment = SymptomTreatment(
      initiatives, painPoints: [pain], opportunities: [opportunity],
      treated: [InitiativeCause(initiativeID: initiatives[2].id, causeID: cause.id)],
      causes: [cause],
      links: [
        link(initiatives[0].reference, pain.reference, .about),
        link(pain.reference, chance.reference, .leadsTo),
        link(pain.reference, initiatives[2].reference, .leadsTo),
        link(pain.reference, initiatives[4].reference, .leadsTo),
      ])
    #expect(treatment.items.map(\.initiative.title) == ["discount", "through its opportunity"])
    #expect(treatment.items.map(\.painPoints) == [[pain], [pain]])
    #expect(treatment.treatingCauses.map(\.title) == ["treats"])
    #expect(treatment.unconnected.map(\.title) == ["unconnected"])
    #expect(treatment.n == 4)
  }
}
