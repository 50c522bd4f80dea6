"""From the first question to a record that holds, with the client that openapi-generator makes for Python."""

import json
import os

from delivery_advisor import (
    ApiClient,
    ApiException,
    AssessmentChange,
    AssessmentsApi,
    Configuration,
    EvaluationRequest,
    EvaluationsApi,
    ModelsApi,
    NewAssessment,
    NewSubject,
    RecommendationsApi,
)

MODEL = "delivery-approach"
ANSWERS = {"targets": ["kubernetes"], "runtime-count": 12, "drift-pain": 4, "undo-target": None}

client = ApiClient(Configuration(host=os.environ["ADVISOR_URL"]))
assessments = AssessmentsApi(client)
recommendations = RecommendationsApi(client)

questions = [question.id for question in ModelsApi(client).get_questionnaire(MODEL).questions]
assert set(ANSWERS) <= set(questions), questions

evaluation = EvaluationsApi(client).evaluate_answers(MODEL, EvaluationRequest(answers=ANSWERS))
assert evaluation.outcome.recommended in ("gitops", "cicd", "hybrid"), evaluation.outcome

created = assessments.create_assessment(
    NewAssessment(subject=NewSubject(ref="component:default/payments"), answers=ANSWERS)
)
assert created.revision == 1

changed = assessments.change_assessment(created.id, AssessmentChange(revision=1, answers={"drift-pain": 5}))
assert changed.revision == 2

late = {"runtime-count": 30}
try:
    assessments.change_assessment(created.id, AssessmentChange(revision=1, answers=late))
    raise AssertionError("A change that came too late was accepted.")
except ApiException as refused:
    problem = json.loads(refused.body)
    assert (refused.status, problem["code"]) == (412, "revision-stale"), problem
retried = assessments.change_assessment(
    created.id, AssessmentChange(revision=problem["currentRevision"], answers=late)
)
assert retried.revision == 3

recorded = recommendations.record_recommendation(created.id)
assert recorded.evaluation.outcome.recommended == "gitops", recorded.evaluation.outcome
assert isinstance(recorded.evaluation.rationale[0].contributions["gitops"], float)

record = recommendations.get_recommendation(recorded.id, format="markdown", _preload_content=False)
assert record.data.decode("utf-8").startswith("---\n"), record.data[:100]

assert recommendations.verify_recommendation(recorded.id).reproducible is True
