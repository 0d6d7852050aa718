import Foundation
import Testing

@testable import UpliftCore

@Suite struct SchemaDigestTests {
  @Test func everyVersionIsRecognised() throws {
    for version in 1...Schema.current.version {
      let objects = try Schema.current.objects(ofVersion: version)
      #expect(Schema.digest(objects) == Schema.digests[version - 1], "version \(version)")
      #expect(Schema.current.recognises(objects, ofVersion: version))
    }
  }

  @Test func whatDiffersInOneLetterIsNotRecognised() throws {
    let version = Schema.current.version
    let objects = try Schema.current.objects(ofVersion: version)
    for name in objects.keys {
      var changed = objects
      changed[name] = nil
      #expect(!Schema.current.recognises(changed, ofVersion: version), "without \(name)")
      changed = objects
      changed[name, default: ""] += " "
      #expect(!Schema.current.recognises(changed, ofVersion: version), "another \(name)")
    }
    var more = objects
    more["trigger evil"] = ""
    #expect(!Schema.current.recognises(more, ofVersion: version))
    #expect(!Schema.current.recognises(objects, ofVersion: version - 1))
    #expect(!Schema(versions: ["", ""]).recognises(objects, ofVersion: version))
  }

  /// The examples of FIPS 180-2, and lengths around the size of a block as `sha256sum` has them.
  @Test(arguments: [
    ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    (
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
    ),
    (
      String(repeating: "a", count: 55),
      "9f4390f8d30c2dd92ec9f095b65e2b9ae9b0a925a5258e241c9f1e910f734318"
    ),
    (
      String(repeating: "a", count: 56),
      "b35439a4ac6f0948b6d6f9e3c6af0f5f590ce20f1bde7090ef7970686ec6738a"
    ),
    (
      String(repeating: "a", count: 63),
      "7d3e74a05d7db15bce4ad9ec0658ea98e3f06eeecf16b4c6fff2da457ddc2f34"
    ),
    (
      String(repeating: "a", count: 64),
      "ffe054fe7ae0cb6dc65c3af9b61d5209f439851db43d0ba5997337df154668eb"
    ),
    (
      String(repeating: "a", count: 65),
      "635361c48bb9eab14198e76ea8ab7f1a41685d6ad62aa9146d301d4f17eb0ae0"
    ),
    (
      String(repeating: "a", count: 100_000),
      "6d1cf22d7cc09b085dfc25ee1a1f3ae0265804c607bc2074ad253bcc82fd81ee"
    ),
  ])
  func sha256IsTheStandards(text: String, digest: String) {
    let hexadecimal = sha256(Array(text.utf8)).map {
      ($0 < 16 ? "0" : "") + String($0, radix: 16)
    }
    #expect(hexadecimal.joined() == digest)
  }
}
