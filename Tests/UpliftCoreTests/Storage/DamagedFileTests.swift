import Foundation
import Testing

@testable import edit_stream

/// A damaged file opens or is refused with a sentence; whatever is asked of it, nothing crashes,
/// hangs or speaks anything but our words. Each batch is one process, so that a crash is seen.
@Suite struct DamagedFileTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder(isInMemory: true) }

  private func survey(_ variants: [Data], _ location: SourceLocation = #_sourceLocation) throws
    -> (opened: Int, refused: Int)
  {
    for (number, data) in variants.enumerated() {
      try data.write(to: folder.file(String(format: "%04d.uplift", number)))
    }
    let lines = try EditStreamProcess.run(["survey", folder.url.path], folder: folder, location)
    let strange = lines.filter { $0.hasPrefix("strange") }
    #expect(strange == [], sourceLocation: location)
    let opened = lines.filter { $0.hasPrefix("opened") }.count
    let refused = lines.filter { $0.hasPrefix("refused") }.count
    #expect(opened + refused == variants.count, sourceLocation: location)
    #expect(lines.last == "finished", sourceLocation: location)
    return (opened, refused)
  }

  @Test func theSoundFileHasNothingToComplainOf() throws {
    try LivedInWorkspace.bytes.write(to: folder.file("a.uplift"))
    let lines = try EditStreamProcess.run(["survey", folder.url.path], folder: folder)
    #expect(lines == ["try a.uplift", "opened a.uplift 0", "finished"])
  }

  @Test func truncatedAtAnyLength() throws {
    let whole = LivedInWorkspace.bytes
    var dice = Dice(seed: 1)
    var lengths = [0, 1, 15, 16, 17, 99, 100, 101, 511, 512, 4095, 4096, 4097, whole.count - 1]
    lengths += (0..<12).map { _ in dice.roll(whole.count / 4096) * 4096 }
    lengths += (0..<12).map { _ in dice.roll(whole.count) }
    let result = try survey(lengths.map { whole.prefix($0) })
    #expect(result.refused > 10)
  }

  @Test(arguments: 1...4)
  func withRandomBytesFlipped(seed: UInt64) throws {
    var dice = Dice(seed: seed)
    let variants = (0..<50).map { number in
      var data = LivedInWorkspace.bytes
      // Few or many, anywhere or where the file's structure is.
      let range = [data.count, data.count, 4096, 100][number % 4]
      for _ in 0..<[1, 4, 40, 400][dice.roll(4)] {
        let place = dice.roll(range)
        data[place] ^= UInt8(1 << dice.roll(8))
      }
      return data
    }
    let result = try survey(variants)
    #expect(result.opened > 0)
  }

  @Test func withPagesSwappedEmptiedOrMadeUp() throws {
    var dice = Dice(seed: 3)
    let whole = LivedInWorkspace.bytes
    let pages = whole.count / 4096
    func page(_ number: Int) -> Range<Int> { number * 4096..<(number + 1) * 4096 }
    let variants = (0..<32).map { number in
      var data = whole
      for _ in 0..<(1 + dice.roll(3)) {
        let (one, other) = (page(1 + dice.roll(pages - 1)), page(1 + dice.roll(pages - 1)))
        switch number % 4 {
        case 0: data.replaceSubrange(one, with: whole[other])
        case 1: data.replaceSubrange(one, with: Data(count: 4096))
        case 2: data.replaceSubrange(one, with: (0..<4096).map { _ in UInt8(dice.roll(256)) })
        default:
          // The header and the cell pointers of a page, which tell where everything is.
          for offset in 0..<40 { data[one.lowerBound + offset] = UInt8(dice.roll(256)) }
        }
      }
      return data
    }
    _ = try survey(variants)
  }
}
