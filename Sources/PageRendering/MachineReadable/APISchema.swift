import Exercises

/// `api/v1/schema.json`: the JSON Schema (2020-12) of every other file of the API. Its vocabularies are those of the code. The schema is one
/// text, so that it reads as what is written; hence the length of this file.
struct APISchema: Sendable {
    /// The schema's own URL, where the base URL is known.
    let id: String?

    var text: String {
        let identifier = id.map { "\n  \"$id\": \(JSONWriter.quoted($0))," } ?? ""
        return """
            {
              "$schema": "https://json-schema.org/draft/2020-12/schema",\(identifier)
              "title": "Exercises and programmes",
              "description": "A member that is missing is not known or not stated. Texts are plain text, paragraphs apart by an empty line.",
              "oneOf": [
                {"$ref": "#/$defs/exerciseList"},
                {"$ref": "#/$defs/exercise"},
                {"$ref": "#/$defs/programmeList"}
              ],
              "$defs": {
            \(documents),
            \(exercises),
            \(sessions),
            \(doses),
            \(facts)
              }
            }

            """
    }

    private var documents: String {
        #"""
            "document": {
              "description": "What every file begins with.",
              "type": "object",
              "properties": {
                "$schema": {"type": "string", "format": "uri-reference"},
                "type": {"enum": ["exerciseList", "exercise", "programmeList"]},
                "site": {"description": "The title of the site.", "type": "string"},
                "language": {"description": "A BCP 47 tag.", "type": "string"}
              },
              "required": ["$schema", "type", "site", "language"]
            },
            "exerciseList": {
              "description": "Every exercise in short, by slug.",
              "$ref": "#/$defs/document",
              "properties": {
                "type": {"const": "exerciseList"},
                "safety": {"$ref": "#/$defs/safety"},
                "exercises": {"type": "array", "items": {"$ref": "#/$defs/exerciseSummary"}}
              },
              "required": ["safety", "exercises"],
              "unevaluatedProperties": false
            },
            "programmeList": {
              "description": "Every programme, by slug.",
              "$ref": "#/$defs/document",
              "properties": {
                "type": {"const": "programmeList"},
                "programmes": {"type": "array", "items": {"$ref": "#/$defs/programme"}}
              },
              "required": ["programmes"],
              "unevaluatedProperties": false
            },
            "programme": {
              "type": "object",
              "properties": {
                "slug": {"$ref": "#/$defs/slug"},
                "title": {"type": "string"},
                "summary": {"type": "string"},
                "audience": {"description": "Whom it is for.", "type": "string"},
                "draft": {"const": true},
                "url": {"$ref": "#/$defs/link"},
                "introduction": {"type": "string"},
                "readySeconds": {"description": "Before the first exercise.", "type": "integer", "minimum": 0},
                "transitionSeconds": {"description": "Between two exercises.", "type": "integer", "minimum": 0},
                "minutes": {"$ref": "#/$defs/minutes"},
                "exercises": {
                  "description": "In the order in which they are done, each with the dose in force in this programme.",
                  "type": "array",
                  "items": {
                    "type": "object",
                    "properties": {
                      "slug": {"$ref": "#/$defs/slug"},
                      "title": {"type": "string"},
                      "dose": {"$ref": "#/$defs/dose"},
                      "note": {"description": "What this programme adds.", "type": "string"}
                    },
                    "required": ["slug", "title", "dose"],
                    "additionalProperties": false
                  }
                },
                "handouts": {"$ref": "#/$defs/handouts"},
                "review": {"$ref": "#/$defs/review"}
              },
              "required": [
                "slug", "title", "summary", "audience", "url", "readySeconds", "transitionSeconds", "minutes", "exercises", "handouts",
                "review"
              ],
              "additionalProperties": false
            }
        """#
    }

    private var exercises: String {
        #"""
            "exerciseIdentity": {
              "type": "object",
              "properties": {
                "slug": {"$ref": "#/$defs/slug"},
                "title": {"type": "string"},
                "aliases": {"description": "Other names.", "$ref": "#/$defs/texts"},
                "summary": {"type": "string"},
                "kind": {"enum": \#(Self.names(ExerciseKind.self))},
                "position": {"enum": \#(Self.names(Position.self))},
                "regions": {"type": "array", "items": {"enum": \#(Self.names(Region.self))}},
                "equipment": {"type": "array", "items": {"enum": \#(Self.names(Equipment.self))}},
                "level": {"enum": \#(Self.names(Level.self))},
                "performedBy": {"enum": \#(Self.names(Performer.self))},
                "advice": {"enum": \#(Self.names(Advice.self))},
                "mayBeHandedOut": {
                  "description": "Whether it may stand in a programme or a handout. What may not is explained, never taught.",
                  "type": "boolean"
                },
                "draft": {"const": true},
                "url": {"description": "The page.", "$ref": "#/$defs/link"},
                "minutes": {"$ref": "#/$defs/minutes"}
              },
              "required": [
                "slug", "title", "aliases", "summary", "kind", "position", "regions", "equipment", "level", "performedBy", "advice",
                "mayBeHandedOut", "url"
              ]
            },
            "exerciseSummary": {
              "$ref": "#/$defs/exerciseIdentity",
              "properties": {
                "data": {"description": "The file with all of it.", "$ref": "#/$defs/link"},
                "dose": {"description": "The dose as it is said.", "type": "string"},
                "onTheFloor": {"description": "Whether one must get down on the floor.", "type": "boolean"},
                "picture": {
                  "description": "The drawing that stands for it in lists.",
                  "type": "object",
                  "properties": {
                    "url": {"$ref": "#/$defs/link"},
                    "width": {"type": "integer", "minimum": 1},
                    "height": {"type": "integer", "minimum": 1}
                  },
                  "required": ["url", "width", "height"],
                  "additionalProperties": false
                }
              },
              "required": ["data", "onTheFloor"],
              "unevaluatedProperties": false
            },
            "exercise": {
              "description": "All of one exercise.",
              "allOf": [{"$ref": "#/$defs/document"}, {"$ref": "#/$defs/exerciseIdentity"}],
              "properties": {
                "type": {"const": "exercise"},
                "dose": {"description": "What the page recommends.", "$ref": "#/$defs/dose"},
                "doseOrigins": {
                  "description": "Whose figures the dose has: a source's id for hold, hold.PHASE, repetitions and so on.",
                  "type": "object",
                  "propertyNames": {
                    "pattern": "^(hold(\\..+)?|duration|repetitions|repetitionsPerDay|sets|rest|sessionsPerDay|daysPerWeek)$"
                  },
                  "additionalProperties": {"$ref": "#/$defs/slug"}
                },
                "doseChange": {"$ref": "#/$defs/doseChange"},
                "introduction": {"type": "string"},
                "getReady": {"type": "string"},
                "steps": {"description": "The figures in them are those of the dose.", "$ref": "#/$defs/texts"},
                "stepPatterns": {
                  "description": "The steps with the name of a figure, such as {hold}, in its place; none where no step says a figure.",
                  "$ref": "#/$defs/texts"
                },
                "breathing": {"type": "string"},
                "variations": {"type": "string"},
                "takeCare": {"type": "string"},
                "feel": {"description": "Where it should be felt.", "type": "string"},
                "stopIf": {"description": "On top of the stop rules for every exercise, in exercises.json.", "$ref": "#/$defs/texts"},
                "avoidIf": {"description": "Who should not do it: phrases after \"Do not do this if\".", "$ref": "#/$defs/texts"},
                "easier": {"$ref": "#/$defs/slugs"},
                "harder": {"$ref": "#/$defs/slugs"},
                "related": {"$ref": "#/$defs/slugs"},
                "cover": {
                  "description": "The drawn picture that stands for the exercise.",
                  "type": "object",
                  "properties": {
                    "description": {"type": "string"},
                    "url": {"$ref": "#/$defs/link"},
                    "width": {"type": "integer", "minimum": 1},
                    "height": {"type": "integer", "minimum": 1}
                  },
                  "required": ["description", "url", "width", "height"],
                  "additionalProperties": false
                },
                "figures": {
                  "description": "The poses that pictures show, with a description that can stand in for each picture.",
                  "type": "array",
                  "items": {"$ref": "#/$defs/figure"}
                },
                "session": {"$ref": "#/$defs/session"},
                "handouts": {"$ref": "#/$defs/handouts"},
                "sources": {"type": "array", "items": {"$ref": "#/$defs/sourceReport"}},
                "review": {"$ref": "#/$defs/review"}
              },
              "required": [
                "steps", "stopIf", "avoidIf", "easier", "harder", "related", "figures", "handouts", "sources", "review"
              ],
              "unevaluatedProperties": false
            }
        """#
    }

    private var sessions: String {
        #"""
            "figure": {
              "type": "object",
              "properties": {
                "pose": {"type": "string"},
                "description": {"type": "string"},
                "url": {"$ref": "#/$defs/link"},
                "width": {"description": "Of a drawn picture: 232 units to a metre of the person.", "type": "integer", "minimum": 1},
                "height": {"type": "integer", "minimum": 1},
                "author": {"type": "string"},
                "licence": {"type": "string"}
              },
              "required": ["pose", "description"],
              "additionalProperties": false
            },
            "session": {
              "description": "What a guided session shows beside the dose; none for what may not be handed out.",
              "type": "object",
              "properties": {
                "seconds": {"description": "About how long it takes: an estimate, no source's figure.", "type": "integer", "minimum": 1},
                "getReady": {"description": "How to get into the starting position.", "type": "string"},
                "start": {"description": "The starting position.", "$ref": "#/$defs/figure"},
                "holds": {
                  "description": "What is held, for each phase of the hold and each side. Without a picture where the right one is not certain.",
                  "type": "array",
                  "items": {
                    "type": "object",
                    "properties": {
                      "phase": {"type": "string"},
                      "side": {"enum": \#(Self.names(Side.self))},
                      "cues": {"description": "The last steps on the way in.", "$ref": "#/$defs/texts"},
                      "reminders": {"description": "How to be there, and where to stop.", "$ref": "#/$defs/texts"},
                      "wayOut": {"description": "The step that leads out.", "type": "string"},
                      "figure": {"$ref": "#/$defs/figure"}
                    },
                    "required": ["cues", "reminders"],
                    "additionalProperties": false
                  }
                },
                "steps": {"description": "The steps that say no figure of the dose.", "$ref": "#/$defs/texts"},
                "stop": {"description": "Every stop rule of the exercise: those for every exercise, then its own.", "$ref": "#/$defs/texts"}
              },
              "required": ["holds", "steps", "stop"],
              "additionalProperties": false
            }
        """#
    }

    private var doses: String {
        #"""
            "dose": {
              "type": "object",
              "properties": {
                "text": {"description": "The dose as it is said; empty when nothing is stated.", "type": "string"},
                "hold": {
                  "description": "One time, or one for each phase.",
                  "type": "array",
                  "minItems": 1,
                  "items": {
                    "type": "object",
                    "properties": {"phase": {"type": "string"}, "time": {"$ref": "#/$defs/time"}},
                    "required": ["time"],
                    "additionalProperties": false
                  }
                },
                "duration": {"description": "How long it is done, instead of a hold.", "$ref": "#/$defs/time"},
                "repetitions": {"$ref": "#/$defs/count"},
                "repetitionsPerDay": {"$ref": "#/$defs/count"},
                "sets": {"$ref": "#/$defs/count"},
                "rest": {"description": "Between repetitions.", "$ref": "#/$defs/time"},
                "sides": {
                  "description": "both: one side, then the other. alternate: changing at each repetition.",
                  "enum": \#(Self.names(Sides.self))
                },
                "firstSide": {"enum": \#(Self.names(FirstSide.self))},
                "sessionsPerDay": {"$ref": "#/$defs/count"},
                "daysPerWeek": {"$ref": "#/$defs/count"},
                "progression": {"description": "How to do more over time.", "type": "string"}
              },
              "required": ["text", "sides"],
              "additionalProperties": false
            },
            "doseChange": {
              "description": "What may be changed of the dose for one person; none for what may not be handed out.",
              "type": "object",
              "properties": {
                "figures": {
                  "description": "In the order in which a dose is said. A dose may have a hold or a duration, not both.",
                  "type": "array",
                  "items": {
                    "type": "object",
                    "properties": {
                      "field": {"description": "hold, hold.PHASE, repetitions and so on.", "type": "string"},
                      "isTime": {"type": "boolean"},
                      "max": {"description": "The highest figure; the lowest is 1.", "type": "integer", "minimum": 1}
                    },
                    "required": ["field", "isTime", "max"],
                    "additionalProperties": false
                  }
                },
                "secondsOfADay": {"description": "All sessions of a day may take no longer.", "type": "integer", "minimum": 1},
                "vagueSeconds": {"description": "How many seconds timers use for a vague amount.", "$ref": "#/$defs/timerValues"},
                "vagueCount": {"description": "How far counters count for a vague amount.", "$ref": "#/$defs/timerValues"}
              },
              "required": ["figures", "secondsOfADay", "vagueSeconds", "vagueCount"],
              "additionalProperties": false
            },
            "timerValues": {
              "type": "object",
              "propertyNames": {"enum": \#(Self.names(VagueAmount.self))},
              "additionalProperties": {"type": "integer", "minimum": 1}
            },
            "time": {
              "$ref": "#/$defs/quantity",
              "properties": {
                "unit": {"enum": \#(Self.names(TimeUnit.self))},
                "seconds": {"description": "How long a timer runs: \#(Self.timerRule)", "type": "integer", "minimum": 1}
              },
              "required": ["unit", "seconds"],
              "unevaluatedProperties": false
            },
            "count": {
              "$ref": "#/$defs/quantity",
              "properties": {
                "count": {"description": "How far a counter counts: \#(Self.timerRule)", "type": "integer", "minimum": 1}
              },
              "required": ["count"],
              "unevaluatedProperties": false
            },
            "quantity": {
              "description": "A figure or a range with its hedge, or a vague amount. The hedge belongs to the figures: up to 10 is not 10.",
              "type": "object",
              "properties": {"text": {"description": "As it is said.", "type": "string"}},
              "required": ["text"],
              "oneOf": [
                {
                  "properties": {
                    "hedge": {"enum": \#(Self.names(Hedge.self))},
                    "min": {"type": "integer", "minimum": 1},
                    "max": {"description": "The same as min when it is no range.", "type": "integer", "minimum": 1}
                  },
                  "required": ["hedge", "min", "max"]
                },
                {
                  "properties": {"vague": {"enum": \#(Self.names(VagueAmount.self))}},
                  "required": ["vague"]
                }
              ]
            }
        """#
    }

    private var facts: String {
        #"""
            "safety": {
              "description": "What holds for every exercise.",
              "type": "object",
              "properties": {
                "stopRules": {"$ref": "#/$defs/texts"},
                "signs": {
                  "type": "array",
                  "items": {
                    "type": "object",
                    "properties": {
                      "level": {"enum": \#(Self.names(Urgency.self))},
                      "sign": {"type": "string"},
                      "action": {"type": "string"},
                      "contact": {
                        "type": "object",
                        "properties": {"label": {"type": "string"}, "number": {"type": "string"}},
                        "required": ["label"],
                        "additionalProperties": false
                      }
                    },
                    "required": ["level", "sign", "action", "contact"],
                    "additionalProperties": false
                  }
                }
              },
              "required": ["stopRules", "signs"],
              "additionalProperties": false
            },
            "sourceReport": {
              "description": "What one source says of the exercise.",
              "type": "object",
              "properties": {
                "id": {"$ref": "#/$defs/slug"},
                "label": {"description": "How text refers to the source.", "type": "string"},
                "title": {"type": "string"},
                "publisher": {"type": "string"},
                "year": {"type": "integer"},
                "url": {"type": "string", "format": "uri"},
                "dose": {"description": "As the source reports it.", "$ref": "#/$defs/dose"},
                "notes": {"description": "What it says differently.", "$ref": "#/$defs/texts"}
              },
              "required": ["id", "label", "notes"],
              "additionalProperties": false
            },
            "review": {
              "description": "Who wrote the page and who reviewed it. The notice stands where nobody has reviewed it.",
              "type": "object",
              "properties": {
                "author": {"type": "string"},
                "reviewedBy": {"type": "string"},
                "reviewed": {"$ref": "#/$defs/date"},
                "next": {"$ref": "#/$defs/date"},
                "changed": {"$ref": "#/$defs/date"},
                "notice": {"type": "string"}
              },
              "oneOf": [{"required": ["reviewedBy", "reviewed"]}, {"required": ["notice"]}],
              "dependentRequired": {"reviewedBy": ["reviewed"], "reviewed": ["reviewedBy"]},
              "additionalProperties": false
            },
            "handouts": {
              "description": "The PDF files to print; none for what may not be handed out.",
              "type": "array",
              "items": {
                "type": "object",
                "properties": {
                  "url": {"$ref": "#/$defs/link"},
                  "paper": {"enum": \#(Self.names(Paper.self))},
                  "edition": {
                    "description": "`large` is laid out anew in text of at least 18 points.",
                    "enum": \#(Self.names(HandoutEdition.self))
                  },
                  "pages": {"type": "integer", "minimum": 1},
                  "bytes": {"type": "integer", "minimum": 1}
                },
                "required": ["url", "paper", "edition"],
                "additionalProperties": false
              }
            },
            "minutes": {
              "description": "About how long one session takes, to the nearest minute: an estimate, no source's figure.",
              "type": "integer",
              "minimum": 1
            },
            "date": {"type": "string", "format": "date", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"},
            "slug": {"type": "string", "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$", "maxLength": 80},
            "slugs": {"type": "array", "items": {"$ref": "#/$defs/slug"}},
            "texts": {"type": "array", "items": {"type": "string"}},
            "link": {
              "description": "A URL; relative to the root of the server where the site's own address is not known.",
              "type": "string",
              "format": "uri-reference"
            }
        """#
    }

    /// Where the number that a timer or a counter uses comes from; the content format says the same.
    private static let timerRule =
        "the low end of a range; for a vague amount a number of this format's own, which no source states."

    private static func names<Term: CaseIterable & RawRepresentable<String>>(_ terms: Term.Type) -> String {
        "[" + terms.allCases.map { "\"\($0.rawValue)\"" }.joined(separator: ", ") + "]"
    }
}
