"""Who gets what answer at every address: URL x method x role, written down.

``[assessments:]`` begins the addresses with that prefix, with the walkers of
``tests.factories.world.WALKERS`` above their columns. Each line: address, matter or row, method,
one answer for each walker. An anonymous visitor's 302 is the way to the log-in. Everything
belongs to one municipality; ``stranger`` prepares matters in another one and ``superuser`` keeps
the reference data, which is no right to anybody's matters.
"""

from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

TABLE = """
[]                                                              ano pre prs con reg cou coo str sup
health                       -                            GET   200 200 200 200 200 200 200 200 200
health                       -                            POST  405 405 405 405 405 405 405 405 405
favicon                      -                            GET   302 302 302 302 302 302 302 302 302
favicon                      -                            POST  302 302 302 302 302 302 302 302 302
home                         -                            GET   302 302 302 302 302 302 302 302 302
home                         -                            POST  405 405 405 405 405 405 405 405 405
about                        -                            GET   200 200 200 200 200 200 200 200 200
about                        -                            POST  405 405 405 405 405 405 405 405 405
accessibility-statement      -                            GET   200 200 200 200 200 200 200 200 200
accessibility-statement      -                            POST  405 405 405 405 405 405 405 405 405
privacy                      -                            GET   200 200 200 200 200 200 200 200 200
privacy                      -                            POST  405 405 405 405 405 405 405 405 405
terms                        -                            GET   200 200 200 200 200 200 200 200 200
terms                        -                            POST  405 405 405 405 405 405 405 405 405
feedback                     -                            GET   200 200 200 200 200 200 200 200 200
feedback                     -                            POST  405 405 405 405 405 405 405 405 405
[publishing:]                                                   ano pre prs con reg cou coo str sup
publication-list             -                            GET   200 200 200 200 200 200 200 200 200
publication-list             -                            POST  405 405 405 405 405 405 405 405 405
municipality-list            -                            GET   200 200 200 200 200 200 200 200 200
municipality-list            -                            POST  405 405 405 405 405 405 405 405 405
municipality-detail          -                            GET   200 200 200 200 200 200 200 200 200
municipality-detail          -                            POST  405 405 405 405 405 405 405 405 405
publication-detail           published                    GET   200 200 200 200 200 200 200 200 200
publication-detail           published                    POST  405 405 405 405 405 405 405 405 405
publication-detail           gone                         GET   410 410 410 410 410 410 410 410 410
publication-detail           gone                         POST  405 405 405 405 405 405 405 405 405
publication-detail           screened_out                 GET   200 200 200 200 200 200 200 200 200
publication-detail           screened_out                 POST  405 405 405 405 405 405 405 405 405
publication-detail           preparing                    GET   404 404 404 404 404 404 404 404 404
publication-detail           preparing                    POST  405 405 405 405 405 405 405 405 405
publication-children         published                    GET   200 200 200 200 200 200 200 200 200
publication-children         published                    POST  405 405 405 405 405 405 405 405 405
publication-children         printed                      GET   404 404 404 404 404 404 404 404 404
publication-children         printed                      POST  405 405 405 405 405 405 405 405 405
publication-children         gone                         GET   410 410 410 410 410 410 410 410 410
publication-children         gone                         POST  405 405 405 405 405 405 405 405 405
publication-version          published                    GET   200 200 200 200 200 200 200 200 200
publication-version          published                    POST  405 405 405 405 405 405 405 405 405
publication-version          superseded                   GET   200 200 200 200 200 200 200 200 200
publication-version          superseded                   POST  405 405 405 405 405 405 405 405 405
publication-version          gone                         GET   410 410 410 410 410 410 410 410 410
publication-version          gone                         POST  405 405 405 405 405 405 405 405 405
publication-report           published/fi                 GET   503 503 503 503 503 503 503 503 503
publication-report           published/fi                 POST  405 405 405 405 405 405 405 405 405
publication-report           printed/fi                   GET   200 200 200 200 200 200 200 200 200
publication-report           printed/fi                   POST  405 405 405 405 405 405 405 405 405
publication-report           superseded/fi                GET   200 200 200 200 200 200 200 200 200
publication-report           superseded/fi                POST  405 405 405 405 405 405 405 405 405
publication-report           gone/fi                      GET   410 410 410 410 410 410 410 410 410
publication-report           gone/fi                      POST  405 405 405 405 405 405 405 405 405
publication-create           final                        GET   302 403 403 200 200 403 403 404 404
publication-create           final                        POST  302 403 403 302 302 403 403 404 404
publication-create           preparing                    GET   302 403 403 200 404 404 404 404 404
publication-create           preparing                    POST  302 403 403 422 404 404 404 404 404
publication-create           published                    GET   302 403 403 200 200 403 403 404 404
publication-create           published                    POST  302 403 403 302 302 403 403 404 404
publication-withdraw         published                    GET   302 403 403 200 200 403 403 404 404
publication-withdraw         published                    POST  302 403 403 302 302 403 403 404 404
[assessments:]                                                  ano pre prs con reg cou coo str sup
work                         -                            GET   302 200 200 200 200 200 200 200 200
work                         -                            POST  302 405 405 405 405 405 405 405 405
proposal-list                -                            GET   302 200 200 200 200 200 200 200 200
proposal-list                -                            POST  302 405 405 405 405 405 405 405 405
proposal-create              -                            GET   302 200 200 200 403 403 403 200 403
proposal-create              -                            POST  302 302 302 302 403 403 403 422 403
proposal-detail              draft                        GET   302 200 200 200 404 404 404 404 404
proposal-detail              draft                        POST  302 405 405 405 405 405 405 405 405
proposal-detail              preparing                    GET   302 200 200 200 404 404 404 404 404
proposal-detail              preparing                    POST  302 405 405 405 405 405 405 405 405
proposal-detail              final                        GET   302 200 200 200 200 200 200 404 404
proposal-detail              final                        POST  302 405 405 405 405 405 405 405 405
proposal-detail              screened_out                 GET   302 200 200 200 200 200 200 404 404
proposal-detail              screened_out                 POST  302 405 405 405 405 405 405 405 405
proposal-detail              withdrawn                    GET   302 200 200 200 404 404 404 404 404
proposal-detail              withdrawn                    POST  302 405 405 405 405 405 405 405 405
proposal-update              draft                        GET   302 200 200 200 404 404 404 404 404
proposal-update              draft                        POST  302 302 302 302 404 404 404 404 404
proposal-update              final                        GET   302 200 200 200 403 403 403 404 404
proposal-update              final                        POST  302 302 302 302 403 403 403 404 404
proposal-update              decided                      GET   302 403 403 403 403 403 403 404 404
proposal-update              decided                      POST  302 403 403 403 403 403 403 404 404
screening-update             draft                        GET   302 200 200 200 404 404 404 404 404
screening-update             draft                        POST  302 302 302 302 404 404 404 404 404
screening-update             preparing                    GET   302 200 200 200 404 404 404 404 404
screening-update             preparing                    POST  302 403 403 403 404 404 404 404 404
extent-choose                draft                        GET   302 405 405 405 405 405 405 405 405
extent-choose                draft                        POST  302 422 422 422 404 404 404 404 404
extent-choose                lowered                      GET   302 405 405 405 405 405 405 405 405
extent-choose                lowered                      POST  302 422 422 422 404 404 404 404 404
extent-confirm               lowered                      GET   302 405 405 405 405 405 405 405 405
extent-confirm               lowered                      POST  302 403 302 302 404 404 404 404 404
step-take                    preparing/submit_for_review  GET   302 200 200 200 404 404 404 404 404
step-take                    preparing/submit_for_review  POST  302 302 302 302 404 404 404 404 404
step-take                    half/submit_for_review       GET   302 200 200 200 404 404 404 404 404
step-take                    half/submit_for_review       POST  302 422 422 422 404 404 404 404 404
step-take                    preparing/raise_extent       GET   302 200 200 200 404 404 404 404 404
step-take                    preparing/raise_extent       POST  302 302 302 302 404 404 404 404 404
step-take                    in_review/approve            GET   302 403 200 200 404 404 404 404 404
step-take                    in_review/approve            POST  302 403 302 302 404 404 404 404 404
step-take                    in_review/return_for_changes GET   302 403 200 200 404 404 404 404 404
step-take                    in_review/return_for_changes POST  302 403 302 302 404 404 404 404 404
step-take                    in_review/take_back          GET   302 200 200 200 404 404 404 404 404
step-take                    in_review/take_back          POST  302 302 302 302 404 404 404 404 404
step-take                    final/put_on_agenda          GET   302 200 200 200 403 403 403 404 404
step-take                    final/put_on_agenda          POST  302 302 302 302 403 403 403 404 404
step-take                    on_agenda/record_decision    GET   302 200 200 200 403 403 403 404 404
step-take                    on_agenda/record_decision    POST  302 422 422 422 403 403 403 404 404
step-take                    decided/start_following      GET   302 200 200 200 403 403 403 404 404
step-take                    decided/start_following      POST  302 302 302 302 403 403 403 404 404
step-take                    following/close              GET   302 200 200 200 403 403 403 404 404
step-take                    following/close              POST  302 422 422 422 403 403 403 404 404
step-take                    screened_out/reopen_screening GET 302 200 200 200 403 403 403 404 404
step-take                    screened_out/reopen_screening POST 302 302 302 302 403 403 403 404 404
step-take                    draft/withdraw               GET   302 200 200 200 404 404 404 404 404
step-take                    draft/withdraw               POST  302 302 302 302 404 404 404 404 404
step-take                    preparing/approve            GET   302 403 403 403 404 404 404 404 404
step-take                    preparing/approve            POST  302 403 403 403 404 404 404 404 404
step-take                    preparing/unknown            GET   302 404 404 404 404 404 404 404 404
step-take                    preparing/unknown            POST  302 404 404 404 404 404 404 404 404
assessment-review            in_review                    GET   302 200 200 200 404 404 404 404 404
assessment-review            in_review                    POST  302 405 405 405 405 405 405 405 405
assessment-review            final                        GET   302 200 200 200 403 403 403 404 404
assessment-review            final                        POST  302 405 405 405 405 405 405 405 405
assessment-quality           preparing                    GET   302 200 200 200 404 404 404 404 404
assessment-quality           preparing                    POST  302 405 405 405 405 405 405 405 405
assessment-quality           final                        GET   302 200 200 200 403 403 403 404 404
assessment-quality           final                        POST  302 405 405 405 405 405 405 405 405
reuse-list                   preparing                    GET   302 200 200 200 404 404 404 404 404
reuse-list                   preparing                    POST  405 405 405 405 405 405 405 405 405
reuse-list                   final                        GET   302 403 403 403 403 403 403 404 404
reuse-take                   preparing                    GET   302 200 200 200 404 404 404 404 404
reuse-take                   preparing                    POST  302 422 422 422 404 404 404 404 404
record-export                preparing                    GET   302 200 200 200 404 404 404 404 404
record-export                preparing                    POST  405 405 405 405 405 405 405 405 405
record-export                final                        GET   302 200 200 200 403 403 403 404 404
record-export                final                        POST  405 405 405 405 405 405 405 405 405
record-import                -                            GET   302 200 200 200 403 403 403 200 403
record-import                -                            POST  302 422 422 422 403 403 403 422 403
catalogue-upgrade            preparing                    GET   302 200 200 200 404 404 404 404 404
catalogue-upgrade            preparing                    POST  302 403 403 403 404 404 404 404 404
catalogue-upgrade            half                         GET   302 200 200 200 404 404 404 404 404
catalogue-upgrade            half                         POST  302 302 302 302 404 404 404 404 404
catalogue-upgrade            final                        GET   302 200 200 200 403 403 403 404 404
catalogue-upgrade            final                        POST  302 403 403 403 403 403 403 404 404
extraquestion-list           -                            GET   302 200 200 200 403 403 403 200 403
extraquestion-list           -                            POST  302 405 405 405 405 405 405 405 405
extraquestion-create         -                            GET   302 403 403 200 404 404 404 404 404
extraquestion-create         -                            POST  302 403 403 302 404 404 404 404 404
extraquestion-update         -                            GET   302 403 403 200 404 404 404 404 404
extraquestion-update         -                            POST  302 403 403 302 404 404 404 404 404
extraquestion-use            -                            GET   302 405 405 405 405 405 405 405 405
extraquestion-use            -                            POST  302 403 403 302 404 404 404 404 404
assessment-light             preparing                    GET   302 200 200 200 404 404 404 404 404
assessment-light             preparing                    POST  405 405 405 405 405 405 405 405 405
assessment-light             final                        GET   302 200 200 200 200 200 200 404 404
assessment-light             final                        POST  405 405 405 405 405 405 405 405 405
assessment-part              preparing/imp                GET   302 200 200 200 404 404 404 404 404
assessment-part              preparing/imp                POST  302 302 302 302 404 404 404 404 404
assessment-part              preparing/unknown            GET   302 404 404 404 404 404 404 404 404
assessment-part              preparing/unknown            POST  302 404 404 404 404 404 404 404 404
assessment-part              in_review/qa                 GET   302 200 200 200 404 404 404 404 404
assessment-part              in_review/qa                 POST  302 403 302 302 404 404 404 404 404
assessment-part              final/qa                     GET   302 200 200 200 403 403 403 404 404
assessment-part              final/qa                     POST  302 403 403 403 403 403 403 404 404
assessment-part              final/statements             GET   302 200 200 200 200 200 200 404 404
assessment-part              final/statements             POST  302 302 302 302 403 403 403 404 404
assessment-part              final/dec                    GET   302 200 200 200 200 200 200 404 404
assessment-part              final/dec                    POST  302 302 302 302 403 403 403 404 404
assessment-part              following/out                GET   302 200 200 200 200 200 200 404 404
assessment-part              following/out                POST  302 302 302 302 403 403 403 404 404
assessment-part              preparing/plan               GET   302 200 200 200 404 404 404 404 404
assessment-part              preparing/plan               POST  302 302 302 302 404 404 404 404 404
assessment-part              final/statements             GET   302 200 200 200 200 200 200 404 404
assessment-part              final/statements             POST  302 302 302 302 403 403 403 404 404
assessment-part              final/qst                    GET   302 200 200 200 200 200 403 404 404
assessment-part              final/qst                    POST  302 302 302 302 403 403 403 404 404
assessment-part              full/matter                  GET   302 200 200 200 404 404 404 404 404
assessment-part              full/matter                  POST  302 302 302 302 404 404 404 404 404
assessment-part              full/publication             GET   302 200 200 200 404 404 404 404 404
assessment-part              full/publication             POST  302 302 302 302 404 404 404 404 404
assessment-part              final/publication            GET   302 200 200 200 200 200 200 404 404
assessment-part              final/publication            POST  302 302 302 302 403 403 403 404 404
assessment-part              decided/feedback             GET   302 200 200 200 200 200 200 404 404
assessment-part              decided/feedback             POST  302 302 302 302 403 403 403 404 404
question-create              final                        GET   405 405 405 405 405 405 405 405 405
question-create              final                        POST  302 403 403 403 403 302 403 404 404
question-create              preparing                    GET   405 405 405 405 405 405 405 405 405
question-create              preparing                    POST  302 403 403 403 404 404 404 404 404
question-create              decided                      GET   405 405 405 405 405 405 405 405 405
question-create              decided                      POST  302 403 403 403 403 403 403 404 404
work-plan                    preparing                    GET   302 200 200 200 404 404 404 404 404
work-plan                    preparing                    POST  302 302 302 302 404 404 404 404 404
work-plan                    final                        GET   302 200 200 200 403 403 403 404 404
work-plan                    final                        POST  302 302 302 302 403 403 403 404 404
work-plan                    decided                      GET   302 403 403 403 403 403 403 404 404
work-plan                    decided                      POST  302 403 403 403 403 403 403 404 404
impact-update                preparing                    GET   302 200 200 200 404 404 404 404 404
impact-update                preparing                    POST  302 302 302 302 404 404 404 404 404
value-save                   preparing                    GET   405 405 405 405 405 405 405 405 405
value-save                   preparing                    POST  401 200 200 200 404 404 404 404 404
value-save                   final                        GET   405 405 405 405 405 405 405 405 405
value-save                   final                        POST  401 403 403 403 403 403 403 404 404
row-add                      preparing/evidence           GET   405 405 405 405 405 405 405 405 405
row-add                      preparing/evidence           POST  302 302 302 302 404 404 404 404 404
row-add                      final/handling               GET   405 405 405 405 405 405 405 405 405
row-add                      final/handling               POST  302 302 302 302 403 403 403 404 404
row-add                      final/evidence               GET   405 405 405 405 405 405 405 405 405
row-add                      final/evidence               POST  302 403 403 403 403 403 403 404 404
row-remove                   preparing                    GET   302 200 200 200 404 404 404 404 404
row-remove                   preparing                    POST  302 302 302 302 404 404 404 404 404
row-restore                  preparing                    GET   302 200 200 200 404 404 404 404 404
row-restore                  preparing                    POST  302 302 302 302 404 404 404 404 404
indicator-choose             full                         GET   302 200 200 200 404 404 404 404 404
indicator-choose             full                         POST  302 302 302 302 404 404 404 404 404
indicator-choose             preparing                    GET   302 404 404 404 404 404 404 404 404
indicator-choose             preparing                    POST  302 404 404 404 404 404 404 404 404
review-queue                 -                            GET   302 403 200 200 403 403 403 403 403
review-queue                 -                            POST  405 405 405 405 405 405 405 405 405
presence                     preparing/imp                GET   405 405 405 405 405 405 405 405 405
presence                     preparing/imp                POST  204 200 200 200 404 404 404 404 404
presence                     final/light                  GET   405 405 405 405 405 405 405 405 405
presence                     final/light                  POST  204 200 200 200 404 404 404 404 404
comment-list                 preparing                    GET   302 200 200 200 404 404 404 404 404
comment-list                 preparing                    POST  405 405 405 405 405 405 405 405 405
comment-list                 final                        GET   302 200 200 200 403 403 403 404 404
comment-list                 final                        POST  405 405 405 405 405 405 405 405 405
comment-part                 preparing/imp                GET   302 200 200 200 404 404 404 404 404
comment-part                 preparing/imp                POST  302 302 302 302 404 404 404 404 404
comment-part                 final/rec                    GET   302 200 200 200 403 403 403 404 404
comment-part                 final/rec                    POST  302 302 302 302 403 403 403 404 404
comment-part                 closed/rec                   GET   302 200 200 200 403 403 403 404 404
comment-part                 closed/rec                   POST  302 403 403 403 403 403 403 404 404
comment-settle               preparing                    GET   405 405 405 405 405 405 405 405 405
comment-settle               preparing                    POST  302 302 302 302 404 404 404 404 404
comment-remove               preparing                    GET   302 200 403 200 404 404 404 404 404
comment-remove               preparing                    POST  302 302 403 302 404 404 404 404 404
peer-create                  in_review                    GET   302 403 403 200 404 404 404 404 404
peer-create                  in_review                    POST  302 403 403 302 404 404 404 404 404
peer-create                  final                        GET   302 403 403 403 403 403 403 404 404
peer-create                  final                        POST  302 403 403 403 403 403 403 404 404
peer-revoke                  in_review                    GET   302 403 403 200 404 404 404 404 404
peer-revoke                  in_review                    POST  302 403 403 302 404 404 404 404 404
revision-list                preparing                    GET   302 200 200 200 404 404 404 404 404
revision-list                preparing                    POST  405 405 405 405 405 405 405 405 405
revision-list                final                        GET   302 200 200 200 403 403 403 404 404
revision-list                final                        POST  405 405 405 405 405 405 405 405 405
revision-restore             preparing                    GET   405 405 405 405 405 405 405 405 405
revision-restore             preparing                    POST  302 302 302 302 404 404 404 404 404
hearing-letter               full                         GET   302 200 200 200 404 404 404 404 404
hearing-letter               full                         POST  302 302 302 302 404 404 404 404 404
hearing-letter               final                        GET   302 200 200 200 403 403 403 404 404
hearing-letter               final                        POST  302 403 403 403 403 403 403 404 404
hearing-letter-file          full/docx                    GET   302 200 200 200 404 404 404 404 404
hearing-letter-file          full/txt                     POST  302 200 200 200 404 404 404 404 404
hearing-letter-file          final/txt                    GET   302 200 200 200 403 403 403 404 404
hearing-letter-file          final/docx                   POST  302 200 200 200 403 403 403 404 404
hearing-letter-file          full/pdf                     GET   302 404 404 404 404 404 404 404 404
proposal-use                 full                         GET   302 200 200 200 404 404 404 404 404
proposal-use                 full                         POST  302 302 302 302 404 404 404 404 404
proposal-use                 final                        GET   302 403 403 403 403 403 403 404 404
proposal-use                 final                        POST  302 403 403 403 403 403 403 404 404
report-create                preparing                    GET   405 405 405 405 405 405 405 405 405
report-create                preparing                    POST  302 302 302 302 404 404 404 404 404
report-create                final                        GET   405 405 405 405 405 405 405 405 405
report-create                final                        POST  302 302 302 302 302 302 302 404 404
report-detail                preparing                    GET   302 200 200 200 404 404 404 404 404
report-detail                preparing                    POST  405 405 405 405 405 405 405 405 405
report-detail                open                         GET   302 200 200 200 200 200 200 404 404
report-detail                open                         POST  405 405 405 405 405 405 405 405 405
report-file                  preparing                    GET   302 200 200 200 404 404 404 404 404
report-file                  preparing                    POST  405 405 405 405 405 405 405 405 405
report-file                  failed                       GET   302 404 404 404 404 404 404 404 404
report-file                  failed                       POST  405 405 405 405 405 405 405 405 405
report-file                  withdrawn_pdf                GET   302 200 200 200 403 403 403 404 404
report-file                  withdrawn_pdf                POST  405 405 405 405 405 405 405 405 405
report-retry                 failed                       GET   405 405 405 405 405 405 405 405 405
report-retry                 failed                       POST  302 302 302 302 404 404 404 404 404
agenda-text                  preparing                    GET   302 200 200 200 404 404 404 404 404
agenda-text                  preparing                    POST  405 405 405 405 405 405 405 405 405
agenda-text                  final                        GET   302 200 200 200 403 403 403 404 404
agenda-text                  final                        POST  405 405 405 405 405 405 405 405 405
agenda-text                  screened_out                 GET   302 200 200 200 403 403 403 404 404
agenda-text                  screened_out                 POST  405 405 405 405 405 405 405 405 405
agenda-text                  draft                        GET   302 200 200 200 404 404 404 404 404
agenda-text                  draft                        POST  405 405 405 405 405 405 405 405 405
agenda-text                  published                    GET   302 200 200 200 403 403 403 404 404
agenda-text                  published                    POST  405 405 405 405 405 405 405 405 405
agenda-document              preparing/fi                 GET   302 200 200 200 404 404 404 404 404
agenda-document              preparing/fi                 POST  405 405 405 405 405 405 405 405 405
agenda-document              final/fi                     GET   302 200 200 200 403 403 403 404 404
agenda-document              final/fi                     POST  405 405 405 405 405 405 405 405 405
agenda-document              final/en                     GET   302 404 404 404 403 403 403 404 404
agenda-document              final/en                     POST  405 405 405 405 405 405 405 405 405
attachment-list              preparing                    GET   302 200 200 200 404 404 404 404 404
attachment-list              preparing                    POST  405 405 405 405 405 405 405 405 405
attachment-list              final                        GET   302 200 200 200 200 200 200 404 404
attachment-list              final                        POST  405 405 405 405 405 405 405 405 405
attachment-add               preparing/dat                GET   302 200 200 200 404 404 404 404 404
attachment-add               preparing/dat                POST  302 302 302 302 404 404 404 404 404
attachment-add               preparing/imp                GET   302 404 404 404 404 404 404 404 404
attachment-add               preparing/imp                POST  302 404 404 404 404 404 404 404 404
attachment-add               final/dat                    GET   302 403 403 403 403 403 403 404 404
attachment-add               final/dat                    POST  302 403 403 403 403 403 403 404 404
attachment-file              preparing                    GET   302 200 200 200 404 404 404 404 404
attachment-file              preparing                    POST  405 405 405 405 405 405 405 405 405
attachment-file              removed_file                 GET   302 404 404 404 404 404 404 404 404
attachment-file              removed_file                 POST  405 405 405 405 405 405 405 405 405
attachment-file              final_file                   GET   302 200 200 200 200 200 403 404 404
attachment-file              final_file                   POST  405 405 405 405 405 405 405 405 405
attachment-file              public_file                  GET   302 200 200 200 200 200 200 404 404
attachment-file              public_file                  POST  405 405 405 405 405 405 405 405 405
attachment-remove            preparing                    GET   302 200 200 200 404 404 404 404 404
attachment-remove            preparing                    POST  302 302 302 302 404 404 404 404 404
attachment-remove            final_file                   GET   302 403 403 403 403 403 403 404 404
attachment-remove            final_file                   POST  302 403 403 403 403 403 403 404 404
attachment-restore           removed_file                 GET   302 200 200 200 404 404 404 404 404
attachment-restore           removed_file                 POST  302 302 302 302 404 404 404 404 404
attachment-restore           final_file                   GET   302 403 403 403 403 403 403 404 404
attachment-restore           final_file                   POST  302 403 403 403 403 403 403 404 404
attachment-share             preparing                    GET   302 403 403 200 404 404 404 404 404
attachment-share             preparing                    POST  302 403 403 302 404 404 404 404 404
attachment-share             final_file                   GET   302 403 403 200 200 403 403 404 404
attachment-share             final_file                   POST  302 403 403 302 302 403 403 404 404
attachment-unshare           public_file                  GET   302 403 403 200 200 403 403 404 404
attachment-unshare           public_file                  POST  302 403 403 302 302 403 403 404 404
reminder-list                -                            GET   302 200 200 200 200 200 200 200 200
reminder-list                -                            POST  405 405 405 405 405 405 405 405 405
reminder-dismiss             -                            GET   405 405 405 405 405 405 405 405 405
reminder-dismiss             -                            POST  302 302 404 404 404 404 404 404 404
[accelerator:]                                                  ano pre prs con reg cou coo str sup
programme-list               -                            GET   302 200 200 200 200 200 200 200 200
programme-list               -                            POST  405 405 405 405 405 405 405 405 405
programme-create             -                            GET   302 403 403 403 403 403 200 403 403
programme-create             -                            POST  302 403 403 403 403 403 422 403 403
programme-feed               -                            GET   200 200 200 200 200 200 200 200 200
programme-feed               -                            POST  405 405 405 405 405 405 405 405 405
programme-detail             -                            GET   302 200 200 200 404 404 200 200 404
programme-detail             -                            POST  405 405 405 405 405 405 405 405 405
programme-detail             other                        GET   302 404 404 404 404 404 404 404 404
programme-detail             other                        POST  405 405 405 405 405 405 405 405 405
programme-update             -                            GET   302 403 403 403 404 404 200 403 404
programme-update             -                            POST  302 403 403 403 404 404 422 403 404
programme-update             other                        GET   302 404 404 404 404 404 404 404 404
programme-update             other                        POST  302 404 404 404 404 404 404 404 404
programme-status             -/closed                     GET   302 403 403 403 404 404 200 403 404
programme-status             -/closed                     POST  302 403 403 403 404 404 302 403 404
meeting-update               -                            GET   302 403 403 403 404 404 200 403 404
meeting-update               -                            POST  302 403 403 403 404 404 422 403 404
programme-calendar           -                            GET   302 200 200 200 404 404 200 200 404
programme-calendar           -                            POST  405 405 405 405 405 405 405 405 405
programme-progress           -                            GET   302 403 403 403 404 404 200 403 404
programme-progress           -                            POST  405 405 405 405 405 405 405 405 405
programme-progress           other                        GET   302 404 404 404 404 404 404 404 404
programme-progress           other                        POST  405 405 405 405 405 405 405 405 405
programme-export             -                            GET   302 403 403 403 404 404 200 403 404
programme-export             -                            POST  405 405 405 405 405 405 405 405 405
participation-add            -                            GET   302 403 403 403 404 404 200 403 404
participation-add            -                            POST  302 403 403 403 404 404 422 403 404
participation-detail         -                            GET   302 200 200 200 404 404 200 404 404
participation-detail         -                            POST  302 403 403 403 404 404 422 404 404
participation-detail         neighbour                    GET   302 404 404 404 404 404 200 200 404
participation-detail         neighbour                    POST  302 404 404 404 404 404 422 403 404
participation-update         -                            GET   302 403 403 403 404 404 200 404 404
participation-update         -                            POST  302 403 403 403 404 404 302 404 404
participation-leave          -                            GET   302 403 403 403 404 404 200 404 404
participation-leave          -                            POST  302 403 403 403 404 404 302 404 404
[municipalities:]                                               ano pre prs con reg cou coo str sup
membership-list              -                            GET   302 200 200 200 403 403 200 200 200
membership-list              -                            POST  302 405 405 405 405 405 405 405 405
membership-end               -                            GET   302 403 403 200 404 404 404 404 200
membership-end               -                            POST  302 403 403 302 404 404 404 404 302
invitation-create            -                            GET   302 403 403 200 403 403 200 403 200
invitation-create            -                            POST  302 403 403 422 403 403 422 403 422
invitation-revoke            -                            GET   302 403 403 200 404 404 404 404 200
invitation-revoke            -                            POST  302 403 403 302 404 404 404 404 302
invitation-accept            -                            GET   200 200 200 200 200 200 200 200 200
invitation-accept            -                            POST  200 302 403 403 403 403 403 403 403
user-update                  -                            GET   302 200 200 200 200 200 200 200 200
user-update                  -                            POST  302 302 302 302 302 302 302 302 302
user-language                -                            GET   302 405 405 405 405 405 405 405 405
user-language                -                            POST  302 302 302 302 302 302 302 302 302
decisionbody-list            -                            GET   302 200 200 200 403 403 403 200 200
decisionbody-list            -                            POST  302 405 405 405 405 405 405 405 405
decisionbody-create          -                            GET   302 403 403 200 404 404 404 404 200
decisionbody-create          -                            POST  302 403 403 302 404 404 404 404 302
decisionbody-update          -                            GET   302 403 403 200 404 404 404 404 200
decisionbody-update          -                            POST  302 403 403 302 404 404 404 404 302
decisionbody-retire          -                            GET   302 405 405 405 405 405 405 405 405
decisionbody-retire          -                            POST  302 403 403 302 404 404 404 404 302
decisionbody-restore         -                            GET   302 405 405 405 405 405 405 405 405
decisionbody-restore         -                            POST  302 403 403 302 404 404 404 404 302
[account_]                                                      ano pre prs con reg cou coo str sup
login                        -                            GET   200 302 302 302 302 302 302 302 302
login                        -                            POST  200 302 302 302 302 302 302 302 302
logout                       -                            GET   302 200 200 200 200 200 200 200 200
logout                       -                            POST  302 302 302 302 302 302 302 302 302
signup                       -                            GET   200 200 200 200 200 200 200 200 200
signup                       -                            POST  200 200 200 200 200 200 200 200 200
inactive                     -                            GET   200 200 200 200 200 200 200 200 200
inactive                     -                            POST  405 405 405 405 405 405 405 405 405
change_password              -                            GET   302 302 302 302 302 302 302 302 302
change_password              -                            POST  302 302 302 302 302 302 302 302 302
set_password                 -                            GET   302 302 302 302 302 302 302 302 302
set_password                 -                            POST  302 302 302 302 302 302 302 302 302
reset_password               -                            GET   200 200 200 200 200 200 200 200 200
reset_password               -                            POST  200 200 200 200 200 200 200 200 200
reset_password_done          -                            GET   200 200 200 200 200 200 200 200 200
reset_password_done          -                            POST  405 405 405 405 405 405 405 405 405
reset_password_from_key      -                            GET   200 200 200 200 200 200 200 200 200
reset_password_from_key      -                            POST  200 200 200 200 200 200 200 200 200
reset_password_from_key_done -                            GET   200 200 200 200 200 200 200 200 200
reset_password_from_key_done -                            POST  405 405 405 405 405 405 405 405 405
"""

# Matters of a row by their status; what stands after the slash fills the rest of the address.
REST = {
    "step-take": "transition",
    "assessment-part": "part",
    "attachment-add": "part",
    "row-add": "kind",
    "presence": "part",
    "comment-part": "part",
    "programme-status": "status",
    "publication-report": "language",
    "agenda-document": "language",
    "hearing-letter-file": "form",
}
# Addresses of a planned hearing or a hearing of the matter itself.
ROWS_OF = {
    "hearing-letter": "planned",
    "hearing-letter-file": "planned",
    "proposal-use": "hearings",
}
SCREENING = {
    "scr.individual": "no",
    "scr.affects": "direct",
    "scr.count": "10-49",
}
MATTER = {
    "title": "Opening hours of the library",
    "type": "leisure",
    "sector": "wellbeing",
    "description": "The library would be open on Sundays.",
}


def arguments(name: str, what: str, made) -> dict:
    """What the address of one row is made of."""
    key, _slash, more = what.partition("/")
    short = name.rpartition(":")[2]
    own = OWN.get(short)
    found = own(made) if own else {}
    if key in made.matters:
        found = {"pk": made.matters[key].pk, **found}
    elif key == "other":
        found = {"pk": made.other_programme.pk}
    elif key == "neighbour":
        found["participation"] = made.neighbour.pk
    elif key == "failed":
        found["report"] = made.failed.pk
    elif key == "withdrawn_pdf":
        found |= {"pk": made.gone_report.assessment_id, "report": made.gone_report.pk}
    elif key == "open":
        found |= {"pk": made.matters["published"].pk, "report": made.open_report.pk}
    elif key in made.files:
        file = made.files[key]
        found = {"pk": file.assessment_id, "attachment": file.pk}
    if short in ROWS_OF:
        found["row"] = getattr(made, ROWS_OF[short])[key].pk
    if more:
        found[REST[short]] = more
    return found


def _report(made) -> dict:
    return {"pk": made.matters["preparing"].pk, "report": made.report.pk}


def _attachment(made) -> dict:
    return {"attachment": made.files["preparing"].pk}


def _programme(made) -> dict:
    return {"pk": made.programme.pk}


def _joined(made) -> dict:
    return {"pk": made.programme.pk, "participation": made.joined.pk}


OWN = {
    "attachment-file": _attachment,
    "attachment-remove": _attachment,
    "attachment-restore": _attachment,
    "attachment-share": _attachment,
    "attachment-unshare": _attachment,
    "impact-update": lambda made: {
        "alternative": made.alternative.pk,
        "dimension": "leisure",
        "group": "all",
    },
    "hearing-letter-file": lambda made: {"audience": "children", "language": "fi"},
    "row-remove": lambda made: {"kind": "alternative", "row": made.alternative.pk},
    "row-restore": lambda made: {"kind": "alternative", "row": made.removed.pk},
    "comment-settle": lambda made: {"comment": made.comment.pk},
    "comment-remove": lambda made: {"comment": made.comment.pk},
    "peer-revoke": lambda made: {"peer": made.peer.pk},
    "revision-restore": lambda made: {"revision": made.revision.pk},
    "report-detail": _report,
    "report-file": _report,
    "report-retry": _report,
    "reminder-dismiss": lambda made: {"pk": made.reminder.pk},
    "publication-version": lambda made: {"version": 1},
    "publication-report": lambda made: {"version": 1},
    "municipality-detail": lambda made: {"code": made.place.code},
    "programme-feed": lambda made: {"token": made.programme.feed_token},
    "programme-detail": _programme,
    "programme-update": _programme,
    "programme-status": _programme,
    "meeting-update": _programme,
    "programme-calendar": _programme,
    "programme-progress": _programme,
    "programme-export": _programme,
    "participation-add": _programme,
    "participation-detail": _joined,
    "participation-update": _joined,
    "participation-leave": _joined,
    "membership-end": lambda made: {"pk": made.membership.pk},
    "invitation-revoke": lambda made: {"pk": made.invitation.pk},
    "invitation-accept": lambda made: {"token": made.accepting.token},
    "reuse-take": lambda made: {"source": made.matters["published"].pk},
    "extraquestion-create": lambda made: {"pk": made.place.pk},
    "extraquestion-update": lambda made: {"pk": made.asked.pk},
    "extraquestion-use": lambda made: {"pk": made.asked.pk},
    "decisionbody-create": lambda made: {"pk": made.place.pk},
    "decisionbody-update": lambda made: {"pk": made.body.pk},
    "decisionbody-retire": lambda made: {"pk": made.body.pk},
    "decisionbody-restore": lambda made: {"pk": made.body.pk},
    "account_reset_password_from_key": lambda made: {"uidb36": "1", "key": "set-password"},
}


def values(name: str, what: str, made) -> dict:
    """What is posted: enough for the act to succeed where the person may do it."""
    make = POSTED.get(name.rpartition(":")[2])
    return make(made) if make else {}


def _matter(made) -> dict:
    return {
        **MATTER,
        "municipality": made.place.pk,
        "body": made.body.pk,
        "meeting_date": timezone.localdate(),
        "agenda_deadline": timezone.localdate(),
        "preparer": made.people["preparer"].pk,
        "language": "fi",
    }


POSTED = {
    "proposal-create": _matter,
    "proposal-update": _matter,
    "screening-update": lambda made: SCREENING,
    "extent-choose": lambda made: {"extent": "light", "reason": "The hours change very little."},
    "extent-confirm": lambda made: {"choice": "confirm"},
    "step-take": lambda made: {"note": "Here is the reason."},
    "value-save": lambda made: {
        "slot": "answer:rec.summary",
        "value": "Shorter.",
        "base": "0",
        "key": "k",
    },
    "indicator-choose": lambda made: {"indicator": "127"},
    "question-create": lambda made: {"text": "How long would the way to school be?"},
    "proposal-use": lambda made: {"text": "Open on Fridays.", "into": "alternative"},
    "comment-part": lambda made: {"text": "Is this so?"},
    "comment-settle": lambda made: {"do": "resolve"},
    "presence": lambda made: {"shown": "Somebody else"},
    "peer-create": lambda made: {
        "email": "guest@example.org",
        "ends_on": timezone.localdate(),
        "language": "fi",
    },
    "report-create": lambda made: {"language": "fi"},
    "attachment-add": lambda made: {
        "title": "Answers",
        "file": SimpleUploadedFile("answers.txt", b"Twelve answers."),
    },
    "publication-create": lambda made: {"is_privacy_checked": "on", "change_note": "Mended."},
    "publication-withdraw": lambda made: {"reason": "The matter lapsed."},
    "reminder-dismiss": lambda made: {"reason": "Done."},
    "invitation-create": lambda made: {
        "email": "new@example.org",
        "language": "fi",
        "role_in_place": f"preparer:municipality:{made.place.pk}",
    },
    "user-update": lambda made: {"name": "Veera"},
    "user-language": lambda made: {"language": "sv"},
    "extraquestion-create": lambda made: {"page": "rec", "text_fi": "Miksi?"},
    "extraquestion-update": lambda made: {"page": "rec", "text_fi": "Miksi nyt?"},
    "decisionbody-create": lambda made: {"kind": "board", "name_fi": "Hallitus"},
    "decisionbody-update": lambda made: {"kind": "board", "name_fi": "Hallitus"},
}
