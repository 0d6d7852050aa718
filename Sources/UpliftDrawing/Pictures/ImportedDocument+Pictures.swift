import Foundation
import UpliftCore

extension ImportedDocument {
  /// Looks into the pictures that came with a file as into any that somebody drops. Those that
  /// hold what no picture may hold, or are none, are refused, and the file with them.
  ///
  /// - Parameter file: the file's name, for the sentence.
  /// - Throws: `ImportError` that names the picture.
  public func checkPictures(file: String? = nil) throws(ImportError) {
    for (number, picture) in contents.pictures.enumerated() {
      do throws(PictureProblem) {
        try PictureImport.check(picture)
      } catch {
        throw ImportError(
          .picture(error.sentence(for: tr("The picture"))), file: file,
          at: ImportError.Place(kind: .picture, number: number + 1))
      }
    }
  }
}

extension PictureImport {
  /// Edge of the small picture that a kept one is unpacked to, to see whether that can be done.
  private static let trialEdge = 256

  /// - Throws: what is wrong with a picture that claims to have been taken already.
  static func check(_ picture: StoredPicture) throws(PictureProblem) {
    let header = try PictureHeader(picture.data)
    guard header.mediaType == picture.mediaType else { throw .broken }
    if header.mediaType == .svg {
      _ = try drawing(picture.data)
    } else {
      guard header.width == picture.width, header.height == picture.height,
        Pixbuf(picture.data, header: header, edge: trialEdge) != nil
      else { throw .broken }
    }
  }
}
