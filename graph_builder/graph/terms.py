"""Every term that the graph uses, by vocabulary: a misspelt one fails where it is written.

Generated from ontology/party.ttl by tools/make_terms.py: change that, run this.
"""

# ruff: noqa: N815
from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from pyoxigraph import NamedNode

ONTOLOGY: Final = NamedNode("https://w3id.org/party-structure/ontology")
VERSION: Final = NamedNode("https://w3id.org/party-structure/ontology/0.1.0")
VOCABULARIES: Final[Mapping[str, str]] = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dcterms": "http://purl.org/dc/terms/",
    "edtf": "http://id.loc.gov/datatypes/edtf/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "oa": "http://www.w3.org/ns/oa#",
    "org": "http://www.w3.org/ns/org#",
    "p-plan": "http://purl.org/net/p-plan#",
    "po": "https://w3id.org/party-structure/ontology#",
    "prov": "http://www.w3.org/ns/prov#",
    "schema": "https://schema.org/",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "time": "http://www.w3.org/2006/time#",
    "void": "http://rdfs.org/ns/void#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
"""Prefix and namespace of each vocabulary."""


class RDF:
    """RDF itself."""

    type: Final = NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")


class XSD:
    """The datatypes of XML Schema that literals have."""

    anyURI: Final = NamedNode("http://www.w3.org/2001/XMLSchema#anyURI")
    boolean: Final = NamedNode("http://www.w3.org/2001/XMLSchema#boolean")
    date: Final = NamedNode("http://www.w3.org/2001/XMLSchema#date")
    decimal: Final = NamedNode("http://www.w3.org/2001/XMLSchema#decimal")
    gYear: Final = NamedNode("http://www.w3.org/2001/XMLSchema#gYear")
    gYearMonth: Final = NamedNode("http://www.w3.org/2001/XMLSchema#gYearMonth")
    integer: Final = NamedNode("http://www.w3.org/2001/XMLSchema#integer")


class DCAT:
    """http://www.w3.org/ns/dcat#."""

    Dataset: Final = NamedNode("http://www.w3.org/ns/dcat#Dataset")
    """dataset"""
    Distribution: Final = NamedNode("http://www.w3.org/ns/dcat#Distribution")
    """distribution"""
    distribution: Final = NamedNode("http://www.w3.org/ns/dcat#distribution")
    """has distribution"""
    endDate: Final = NamedNode("http://www.w3.org/ns/dcat#endDate")
    """end of period"""
    keyword: Final = NamedNode("http://www.w3.org/ns/dcat#keyword")
    """keyword"""
    mediaType: Final = NamedNode("http://www.w3.org/ns/dcat#mediaType")
    """media type"""
    startDate: Final = NamedNode("http://www.w3.org/ns/dcat#startDate")
    """start of period"""


class DCTERMS:
    """http://purl.org/dc/terms/."""

    PeriodOfTime: Final = NamedNode("http://purl.org/dc/terms/PeriodOfTime")
    """period of time"""
    conformsTo: Final = NamedNode("http://purl.org/dc/terms/conformsTo")
    """conforms to"""
    description: Final = NamedNode("http://purl.org/dc/terms/description")
    """description"""
    identifier: Final = NamedNode("http://purl.org/dc/terms/identifier")
    """identifier"""
    language: Final = NamedNode("http://purl.org/dc/terms/language")
    """language"""
    license: Final = NamedNode("http://purl.org/dc/terms/license")
    """licence"""
    replaces: Final = NamedNode("http://purl.org/dc/terms/replaces")
    """replaces"""
    source: Final = NamedNode("http://purl.org/dc/terms/source")
    """source"""
    spatial: Final = NamedNode("http://purl.org/dc/terms/spatial")
    """spatial coverage"""
    temporal: Final = NamedNode("http://purl.org/dc/terms/temporal")
    """temporal coverage"""
    title: Final = NamedNode("http://purl.org/dc/terms/title")
    """title"""


class EDTF:
    """http://id.loc.gov/datatypes/edtf/."""

    EDTF: Final = NamedNode("http://id.loc.gov/datatypes/edtf/EDTF")
    """EDTF date"""


class FOAF:
    """http://xmlns.com/foaf/0.1/."""

    Agent: Final = NamedNode("http://xmlns.com/foaf/0.1/Agent")
    """agent"""
    Group: Final = NamedNode("http://xmlns.com/foaf/0.1/Group")
    """group"""
    Person: Final = NamedNode("http://xmlns.com/foaf/0.1/Person")
    """person"""
    gender: Final = NamedNode("http://xmlns.com/foaf/0.1/gender")
    """gender"""
    name: Final = NamedNode("http://xmlns.com/foaf/0.1/name")
    """name"""


class OA:
    """http://www.w3.org/ns/oa#."""

    Annotation: Final = NamedNode("http://www.w3.org/ns/oa#Annotation")
    """annotation"""
    SpecificResource: Final = NamedNode("http://www.w3.org/ns/oa#SpecificResource")
    """passage"""
    TextPositionSelector: Final = NamedNode("http://www.w3.org/ns/oa#TextPositionSelector")
    """text position selector"""
    TextQuoteSelector: Final = NamedNode("http://www.w3.org/ns/oa#TextQuoteSelector")
    """text quote selector"""
    end: Final = NamedNode("http://www.w3.org/ns/oa#end")
    """end"""
    exact: Final = NamedNode("http://www.w3.org/ns/oa#exact")
    """exact"""
    hasBody: Final = NamedNode("http://www.w3.org/ns/oa#hasBody")
    """has body"""
    hasSelector: Final = NamedNode("http://www.w3.org/ns/oa#hasSelector")
    """has selector"""
    hasSource: Final = NamedNode("http://www.w3.org/ns/oa#hasSource")
    """has source"""
    hasTarget: Final = NamedNode("http://www.w3.org/ns/oa#hasTarget")
    """has target"""
    start: Final = NamedNode("http://www.w3.org/ns/oa#start")
    """start"""


class ORG:
    """http://www.w3.org/ns/org#."""

    FormalOrganization: Final = NamedNode("http://www.w3.org/ns/org#FormalOrganization")
    """formal organisation"""
    Membership: Final = NamedNode("http://www.w3.org/ns/org#Membership")
    """membership"""
    Organization: Final = NamedNode("http://www.w3.org/ns/org#Organization")
    """organisation"""
    OrganizationalUnit: Final = NamedNode("http://www.w3.org/ns/org#OrganizationalUnit")
    """organisational unit"""
    Post: Final = NamedNode("http://www.w3.org/ns/org#Post")
    """post"""
    Role: Final = NamedNode("http://www.w3.org/ns/org#Role")
    """role"""
    linkedTo: Final = NamedNode("http://www.w3.org/ns/org#linkedTo")
    """linked to"""
    member: Final = NamedNode("http://www.w3.org/ns/org#member")
    """member"""
    memberDuring: Final = NamedNode("http://www.w3.org/ns/org#memberDuring")
    """member during"""
    memberOf: Final = NamedNode("http://www.w3.org/ns/org#memberOf")
    """member of"""
    organization: Final = NamedNode("http://www.w3.org/ns/org#organization")
    """organisation"""
    postIn: Final = NamedNode("http://www.w3.org/ns/org#postIn")
    """post in"""
    role: Final = NamedNode("http://www.w3.org/ns/org#role")
    """role"""
    subOrganizationOf: Final = NamedNode("http://www.w3.org/ns/org#subOrganizationOf")
    """suborganisation of"""
    unitOf: Final = NamedNode("http://www.w3.org/ns/org#unitOf")
    """unit of"""


class PPLAN:
    """http://purl.org/net/p-plan#."""

    Plan: Final = NamedNode("http://purl.org/net/p-plan#Plan")
    """ordered plan"""
    Step: Final = NamedNode("http://purl.org/net/p-plan#Step")
    """step of a plan"""
    isPrecededBy: Final = NamedNode("http://purl.org/net/p-plan#isPrecededBy")
    """is preceded by"""
    isStepOfPlan: Final = NamedNode("http://purl.org/net/p-plan#isStepOfPlan")
    """is step of plan"""


class PO:
    """https://w3id.org/party-structure/ontology#."""

    Campaign: Final = NamedNode("https://w3id.org/party-structure/ontology#Campaign")
    """campaign"""
    Claim: Final = NamedNode("https://w3id.org/party-structure/ontology#Claim")
    """claim"""
    Coalition: Final = NamedNode("https://w3id.org/party-structure/ontology#Coalition")
    """coalition of parties"""
    Conference: Final = NamedNode("https://w3id.org/party-structure/ontology#Conference")
    """conference"""
    Congress: Final = NamedNode("https://w3id.org/party-structure/ontology#Congress")
    """congress"""
    Election: Final = NamedNode("https://w3id.org/party-structure/ontology#Election")
    """election"""
    Event: Final = NamedNode("https://w3id.org/party-structure/ontology#Event")
    """event"""
    Figure: Final = NamedNode("https://w3id.org/party-structure/ontology#Figure")
    """figure"""
    GeneralAssembly: Final = NamedNode("https://w3id.org/party-structure/ontology#GeneralAssembly")
    """general assembly"""
    Judgement: Final = NamedNode("https://w3id.org/party-structure/ontology#Judgement")
    """judgement of identity"""
    Meeting: Final = NamedNode("https://w3id.org/party-structure/ontology#Meeting")
    """meeting"""
    Mention: Final = NamedNode("https://w3id.org/party-structure/ontology#Mention")
    """mention"""
    Obligation: Final = NamedNode("https://w3id.org/party-structure/ontology#Obligation")
    """obligation"""
    Organ: Final = NamedNode("https://w3id.org/party-structure/ontology#Organ")
    """party body"""
    ParallelOrganization: Final = NamedNode("https://w3id.org/party-structure/ontology#ParallelOrganization")
    """parallel organisation"""
    Participation: Final = NamedNode("https://w3id.org/party-structure/ontology#Participation")
    """participation"""
    Party: Final = NamedNode("https://w3id.org/party-structure/ontology#Party")
    """political party"""
    Procedure: Final = NamedNode("https://w3id.org/party-structure/ontology#Procedure")
    """procedure"""
    Programme: Final = NamedNode("https://w3id.org/party-structure/ontology#Programme")
    """programme"""
    Rally: Final = NamedNode("https://w3id.org/party-structure/ontology#Rally")
    """rally"""
    Statement: Final = NamedNode("https://w3id.org/party-structure/ontology#Statement")
    """statement"""
    Step: Final = NamedNode("https://w3id.org/party-structure/ontology#Step")
    """step"""
    Succession: Final = NamedNode("https://w3id.org/party-structure/ontology#Succession")
    """succession"""
    Training: Final = NamedNode("https://w3id.org/party-structure/ontology#Training")
    """training"""
    abbreviation: Final = NamedNode("https://w3id.org/party-structure/ontology#abbreviation")
    """abbreviation"""
    adoptedBy: Final = NamedNode("https://w3id.org/party-structure/ontology#adoptedBy")
    """adopted by"""
    adoptedOn: Final = NamedNode("https://w3id.org/party-structure/ontology#adoptedOn")
    """adopted on"""
    affiliatedWith: Final = NamedNode("https://w3id.org/party-structure/ontology#affiliatedWith")
    """affiliated with"""
    areaKind: Final = NamedNode("https://w3id.org/party-structure/ontology#areaKind")
    """kind of place"""
    attestedOn: Final = NamedNode("https://w3id.org/party-structure/ontology#attestedOn")
    """attested on"""
    body: Final = NamedNode("https://w3id.org/party-structure/ontology#body")
    """body"""
    bodyKind: Final = NamedNode("https://w3id.org/party-structure/ontology#bodyKind")
    """kind of body"""
    capacity: Final = NamedNode("https://w3id.org/party-structure/ontology#capacity")
    """capacity"""
    censusCode: Final = NamedNode("https://w3id.org/party-structure/ontology#censusCode")
    """census code"""
    concerns: Final = NamedNode("https://w3id.org/party-structure/ontology#concerns")
    """concerns"""
    confidence: Final = NamedNode("https://w3id.org/party-structure/ontology#confidence")
    """confidence"""
    country: Final = NamedNode("https://w3id.org/party-structure/ontology#country")
    """country"""
    covers: Final = NamedNode("https://w3id.org/party-structure/ontology#covers")
    """covers"""
    denotes: Final = NamedNode("https://w3id.org/party-structure/ontology#denotes")
    """denotes"""
    dualForm: Final = NamedNode("https://w3id.org/party-structure/ontology#dualForm")
    """dual form"""
    due: Final = NamedNode("https://w3id.org/party-structure/ontology#due")
    """due"""
    dueText: Final = NamedNode("https://w3id.org/party-structure/ontology#dueText")
    """deadline as stated"""
    event: Final = NamedNode("https://w3id.org/party-structure/ontology#event")
    """at event"""
    eventStatus: Final = NamedNode("https://w3id.org/party-structure/ontology#eventStatus")
    """event status"""
    exact: Final = NamedNode("https://w3id.org/party-structure/ontology#exact")
    """exact"""
    feminineForm: Final = NamedNode("https://w3id.org/party-structure/ontology#feminineForm")
    """feminine form"""
    grammaticalGender: Final = NamedNode("https://w3id.org/party-structure/ontology#grammaticalGender")
    """grammatical gender"""
    isoCode: Final = NamedNode("https://w3id.org/party-structure/ontology#isoCode")
    """ISO code"""
    level: Final = NamedNode("https://w3id.org/party-structure/ontology#level")
    """level"""
    obliged: Final = NamedNode("https://w3id.org/party-structure/ontology#obliged")
    """obliged"""
    organizationKind: Final = NamedNode("https://w3id.org/party-structure/ontology#organizationKind")
    """kind of organisation"""
    participant: Final = NamedNode("https://w3id.org/party-structure/ontology#participant")
    """participant"""
    party: Final = NamedNode("https://w3id.org/party-structure/ontology#party")
    """party"""
    phase: Final = NamedNode("https://w3id.org/party-structure/ontology#phase")
    """phase"""
    place: Final = NamedNode("https://w3id.org/party-structure/ontology#place")
    """place"""
    pluralForm: Final = NamedNode("https://w3id.org/party-structure/ontology#pluralForm")
    """plural form"""
    post: Final = NamedNode("https://w3id.org/party-structure/ontology#post")
    """post"""
    predecessor: Final = NamedNode("https://w3id.org/party-structure/ontology#predecessor")
    """predecessor"""
    public: Final = NamedNode("https://w3id.org/party-structure/ontology#public")
    """public office"""
    quantity: Final = NamedNode("https://w3id.org/party-structure/ontology#quantity")
    """quantity"""
    quote: Final = NamedNode("https://w3id.org/party-structure/ontology#quote")
    """quote"""
    reason: Final = NamedNode("https://w3id.org/party-structure/ontology#reason")
    """reason"""
    roleName: Final = NamedNode("https://w3id.org/party-structure/ontology#roleName")
    """role name"""
    rule: Final = NamedNode("https://w3id.org/party-structure/ontology#rule")
    """rule"""
    singleHolder: Final = NamedNode("https://w3id.org/party-structure/ontology#singleHolder")
    """single holder"""
    speaker: Final = NamedNode("https://w3id.org/party-structure/ontology#speaker")
    """speaker"""
    spelling: Final = NamedNode("https://w3id.org/party-structure/ontology#spelling")
    """spelling"""
    status: Final = NamedNode("https://w3id.org/party-structure/ontology#status")
    """status"""
    subgroup: Final = NamedNode("https://w3id.org/party-structure/ontology#subgroup")
    """subgroup"""
    subjectName: Final = NamedNode("https://w3id.org/party-structure/ontology#subjectName")
    """subject name"""
    successor: Final = NamedNode("https://w3id.org/party-structure/ontology#successor")
    """successor"""
    task: Final = NamedNode("https://w3id.org/party-structure/ontology#task")
    """task"""
    topic: Final = NamedNode("https://w3id.org/party-structure/ontology#topic")
    """topic"""


class PROV:
    """http://www.w3.org/ns/prov#."""

    Activity: Final = NamedNode("http://www.w3.org/ns/prov#Activity")
    """activity"""
    Bundle: Final = NamedNode("http://www.w3.org/ns/prov#Bundle")
    """bundle"""
    Entity: Final = NamedNode("http://www.w3.org/ns/prov#Entity")
    """entity"""
    Plan: Final = NamedNode("http://www.w3.org/ns/prov#Plan")
    """plan"""
    SoftwareAgent: Final = NamedNode("http://www.w3.org/ns/prov#SoftwareAgent")
    """software agent"""
    hadPrimarySource: Final = NamedNode("http://www.w3.org/ns/prov#hadPrimarySource")
    """had primary source"""
    wasAttributedTo: Final = NamedNode("http://www.w3.org/ns/prov#wasAttributedTo")
    """was attributed to"""
    wasDerivedFrom: Final = NamedNode("http://www.w3.org/ns/prov#wasDerivedFrom")
    """was derived from"""


class SCHEMA:
    """https://schema.org/."""

    AdministrativeArea: Final = NamedNode("https://schema.org/AdministrativeArea")
    """administrative area"""
    CreativeWork: Final = NamedNode("https://schema.org/CreativeWork")
    """shared text"""
    Event: Final = NamedNode("https://schema.org/Event")
    """event"""
    NewsArticle: Final = NamedNode("https://schema.org/NewsArticle")
    """news article"""
    NewsMediaOrganization: Final = NamedNode("https://schema.org/NewsMediaOrganization")
    """news organisation"""
    Observation: Final = NamedNode("https://schema.org/Observation")
    """observation"""
    Place: Final = NamedNode("https://schema.org/Place")
    """place"""
    Quotation: Final = NamedNode("https://schema.org/Quotation")
    """quotation"""
    containedInPlace: Final = NamedNode("https://schema.org/containedInPlace")
    """contained in place"""
    datePublished: Final = NamedNode("https://schema.org/datePublished")
    """date published"""
    dissolutionDate: Final = NamedNode("https://schema.org/dissolutionDate")
    """dissolution date"""
    endDate: Final = NamedNode("https://schema.org/endDate")
    """end date"""
    foundingDate: Final = NamedNode("https://schema.org/foundingDate")
    """founding date"""
    location: Final = NamedNode("https://schema.org/location")
    """location"""
    observationAbout: Final = NamedNode("https://schema.org/observationAbout")
    """observation about"""
    position: Final = NamedNode("https://schema.org/position")
    """position"""
    publisher: Final = NamedNode("https://schema.org/publisher")
    """publisher"""
    sameAs: Final = NamedNode("https://schema.org/sameAs")
    """same as"""
    sha256: Final = NamedNode("https://schema.org/sha256")
    """SHA-256"""
    softwareVersion: Final = NamedNode("https://schema.org/softwareVersion")
    """software version"""
    startDate: Final = NamedNode("https://schema.org/startDate")
    """start date"""
    text: Final = NamedNode("https://schema.org/text")
    """text"""
    url: Final = NamedNode("https://schema.org/url")
    """URL"""
    value: Final = NamedNode("https://schema.org/value")
    """value"""
    workExample: Final = NamedNode("https://schema.org/workExample")
    """has copy"""


class SKOS:
    """http://www.w3.org/2004/02/skos/core#."""

    Concept: Final = NamedNode("http://www.w3.org/2004/02/skos/core#Concept")
    """concept"""
    ConceptScheme: Final = NamedNode("http://www.w3.org/2004/02/skos/core#ConceptScheme")
    """concept scheme"""
    altLabel: Final = NamedNode("http://www.w3.org/2004/02/skos/core#altLabel")
    """alternative label"""
    broader: Final = NamedNode("http://www.w3.org/2004/02/skos/core#broader")
    """broader"""
    definition: Final = NamedNode("http://www.w3.org/2004/02/skos/core#definition")
    """definition"""
    example: Final = NamedNode("http://www.w3.org/2004/02/skos/core#example")
    """example"""
    hiddenLabel: Final = NamedNode("http://www.w3.org/2004/02/skos/core#hiddenLabel")
    """hidden label"""
    inScheme: Final = NamedNode("http://www.w3.org/2004/02/skos/core#inScheme")
    """in scheme"""
    prefLabel: Final = NamedNode("http://www.w3.org/2004/02/skos/core#prefLabel")
    """preferred label"""
    scopeNote: Final = NamedNode("http://www.w3.org/2004/02/skos/core#scopeNote")
    """scope note"""


class TIME:
    """http://www.w3.org/2006/time#."""

    Instant: Final = NamedNode("http://www.w3.org/2006/time#Instant")
    """instant"""
    ProperInterval: Final = NamedNode("http://www.w3.org/2006/time#ProperInterval")
    """proper interval"""
    hasBeginning: Final = NamedNode("http://www.w3.org/2006/time#hasBeginning")
    """has beginning"""
    hasEnd: Final = NamedNode("http://www.w3.org/2006/time#hasEnd")
    """has end"""
    inXSDDate: Final = NamedNode("http://www.w3.org/2006/time#inXSDDate")
    """in XSD date"""
    inXSDgYear: Final = NamedNode("http://www.w3.org/2006/time#inXSDgYear")
    """in XSD year"""
    inXSDgYearMonth: Final = NamedNode("http://www.w3.org/2006/time#inXSDgYearMonth")
    """in XSD year and month"""


class VOID:
    """http://rdfs.org/ns/void#."""

    Dataset: Final = NamedNode("http://rdfs.org/ns/void#Dataset")
    """linked dataset"""
    class_: Final = NamedNode("http://rdfs.org/ns/void#class")
    """class"""
    classPartition: Final = NamedNode("http://rdfs.org/ns/void#classPartition")
    """class partition"""
    distinctSubjects: Final = NamedNode("http://rdfs.org/ns/void#distinctSubjects")
    """distinct subjects"""
    entities: Final = NamedNode("http://rdfs.org/ns/void#entities")
    """entities"""
    property: Final = NamedNode("http://rdfs.org/ns/void#property")
    """property"""
    propertyPartition: Final = NamedNode("http://rdfs.org/ns/void#propertyPartition")
    """property partition"""
    subset: Final = NamedNode("http://rdfs.org/ns/void#subset")
    """subset"""
    triples: Final = NamedNode("http://rdfs.org/ns/void#triples")
    """triples"""
    uriSpace: Final = NamedNode("http://rdfs.org/ns/void#uriSpace")
    """URI space"""
    vocabulary: Final = NamedNode("http://rdfs.org/ns/void#vocabulary")
    """vocabulary"""


CAPACITY: Final[Mapping[str, NamedNode]] = {
    "attendee": NamedNode("https://w3id.org/party-structure/id/capacity/attendee"),
    "chair": NamedNode("https://w3id.org/party-structure/id/capacity/chair"),
    "elected": NamedNode("https://w3id.org/party-structure/id/capacity/elected"),
    "guest": NamedNode("https://w3id.org/party-structure/id/capacity/guest"),
    "organizer": NamedNode("https://w3id.org/party-structure/id/capacity/organizer"),
    "rapporteur": NamedNode("https://w3id.org/party-structure/id/capacity/rapporteur"),
    "speaker": NamedNode("https://w3id.org/party-structure/id/capacity/speaker"),
    "trainer": NamedNode("https://w3id.org/party-structure/id/capacity/trainer"),
}

EVENTSTATUS: Final[Mapping[str, NamedNode]] = {
    "announced": NamedNode("https://w3id.org/party-structure/id/eventstatus/announced"),
    "cancelled": NamedNode("https://w3id.org/party-structure/id/eventstatus/cancelled"),
    "held": NamedNode("https://w3id.org/party-structure/id/eventstatus/held"),
    "postponed": NamedNode("https://w3id.org/party-structure/id/eventstatus/postponed"),
}

LEVEL: Final[Mapping[str, NamedNode]] = {
    "local": NamedNode("https://w3id.org/party-structure/id/level/local"),
    "national": NamedNode("https://w3id.org/party-structure/id/level/national"),
    "other": NamedNode("https://w3id.org/party-structure/id/level/other"),
    "parallel": NamedNode("https://w3id.org/party-structure/id/level/parallel"),
    "provincial": NamedNode("https://w3id.org/party-structure/id/level/provincial"),
    "regional": NamedNode("https://w3id.org/party-structure/id/level/regional"),
}

QUANTITY: Final[Mapping[str, NamedNode]] = {
    "applications": NamedNode("https://w3id.org/party-structure/id/quantity/applications"),
    "attendees": NamedNode("https://w3id.org/party-structure/id/quantity/attendees"),
    "branches": NamedNode("https://w3id.org/party-structure/id/quantity/branches"),
    "delegates": NamedNode("https://w3id.org/party-structure/id/quantity/delegates"),
    "members": NamedNode("https://w3id.org/party-structure/id/quantity/members"),
    "other": NamedNode("https://w3id.org/party-structure/id/quantity/other"),
    "prospects": NamedNode("https://w3id.org/party-structure/id/quantity/prospects"),
    "seats": NamedNode("https://w3id.org/party-structure/id/quantity/seats"),
    "votes": NamedNode("https://w3id.org/party-structure/id/quantity/votes"),
}

STATUS: Final[Mapping[str, NamedNode]] = {
    "candidate": NamedNode("https://w3id.org/party-structure/id/status/candidate"),
    "current": NamedNode("https://w3id.org/party-structure/id/status/current"),
    "elected": NamedNode("https://w3id.org/party-structure/id/status/elected"),
    "former": NamedNode("https://w3id.org/party-structure/id/status/former"),
}
