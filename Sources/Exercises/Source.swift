/// The name of a source in `sources.yaml`; written like a slug.
package typealias SourceID = Slug

/// Where facts come from.
///
/// A class, because every page of an exercise asks for several, and a copy of one would count a reference to each of its texts.
package final class Source: Hashable, Sendable {
    package let id: SourceID
    /// How text refers to it.
    package let label: String
    /// None where the title is not known.
    package let title: String?
    package let publisher: String?
    package let year: Int?
    /// An `https` or `http` address.
    package let url: String?
    /// What it is and what it covers.
    package let description: String

    package init(id: SourceID, label: String, title: String?, publisher: String?, year: Int?, url: String?, description: String) {
        self.id = id
        self.label = label
        self.title = title
        self.publisher = publisher
        self.year = year
        self.url = url
        self.description = description
    }

    package static func == (left: Source, right: Source) -> Bool {
        left === right
            || (left.id, left.label, left.title, left.publisher, left.year, left.url)
                == (right.id, right.label, right.title, right.publisher, right.year, right.url) && left.description == right.description
    }

    package func hash(into hasher: inout Hasher) {
        hasher.combine(id)
        hasher.combine(label)
    }
}

/// What one source says of one exercise.
package struct SourceReport: Hashable, Sendable {
    package let id: SourceID
    /// The dose as that source reports it, hedges kept.
    package let dose: Dose?
    /// What it says differently; plain text.
    package let notes: [String]

    package init(id: SourceID, dose: Dose?, notes: [String]) {
        self.id = id
        self.dose = dose
        self.notes = notes
    }
}

/// Who wrote a page, who reviewed it and when.
package struct Review: Hashable, Sendable {
    package let author: String?
    /// Nobody until a clinician has reviewed the page.
    package let reviewedBy: String?
    package let reviewed: CalendarDate?
    package let next: CalendarDate?
    /// The day of the last change that matters to readers, as the author gives it.
    package let changed: CalendarDate?

    package init(author: String?, reviewedBy: String?, reviewed: CalendarDate?, next: CalendarDate?, changed: CalendarDate? = nil) {
        self.author = author
        self.reviewedBy = reviewedBy
        self.reviewed = reviewed
        self.next = next
        self.changed = changed
    }

    /// The last day that is known of the page: of a change, or of a review by a named person.
    package var updated: CalendarDate? {
        guard isReviewed, let reviewed else { return changed }
        return changed.map { max($0, reviewed) } ?? reviewed
    }

    /// Whether a named person reviewed the page on a named day.
    package var isReviewed: Bool { reviewedBy != nil && reviewed != nil }
}

/// A picture of a pose, made by the author of an exercise, in `Content/Media/`.
package struct Picture: Hashable, Sendable {
    /// The pose's name, as `figure:` links write it.
    package let pose: String
    /// The file's path below `Content/Media/`.
    package let image: String
    package let author: String
    package let licence: String

    package init(pose: String, image: String, author: String, licence: String) {
        self.pose = pose
        self.image = image
        self.author = author
        self.licence = licence
    }
}
