import uuid

import django.db.models.deletion
import django.db.models.functions.datetime
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('assessments', '0001_initial'),
        ('municipalities', '0001_initial'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name='alternative',
            name='municipality',
            field=models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='municipalities.municipality'),
        ),
        migrations.AddField(
            model_name='answer',
            name='municipality',
            field=models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='municipalities.municipality'),
        ),
        migrations.CreateModel(
            name='Assessment',
            fields=[
                ('proposal', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, primary_key=True, related_name='assessment', serialize=False, to='assessments.proposal')),
                ('uid', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('extent', models.CharField(blank=True, choices=[('none', 'No assessment'), ('light', 'Light assessment'), ('full', 'Full assessment')], max_length=5, verbose_name='extent')),
                ('status', models.CharField(choices=[('draft', 'Screening'), ('screened_out', 'No assessment needed'), ('preparing', 'In preparation'), ('in_review', 'In review'), ('final', 'Ready'), ('on_agenda', 'On the agenda'), ('decided', 'Decided'), ('following', 'Being followed up'), ('closed', 'Closed'), ('withdrawn', 'Lapsed')], default='draft', max_length=12, verbose_name='status')),
                ('status_since', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), verbose_name='since')),
                ('catalogue_version', models.CharField(default='2026.2', editable=False, max_length=20)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('municipality', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='assessments', to='municipalities.municipality')),
            ],
            options={
                'verbose_name': 'assessment',
                'verbose_name_plural': 'assessments',
            },
        ),
        migrations.AddField(
            model_name='proposal',
            name='body',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='proposals', to='municipalities.decisionbody', verbose_name='deciding body'),
        ),
        migrations.AddField(
            model_name='proposal',
            name='municipality',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='proposals', to='municipalities.municipality'),
        ),
        migrations.AddField(
            model_name='proposal',
            name='preparer',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='prepared_proposals', to=settings.AUTH_USER_MODEL, verbose_name='preparer'),
        ),
        migrations.AddField(
            model_name='proposal',
            name='presenter',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='presented_proposals', to=settings.AUTH_USER_MODEL, verbose_name='presenting official'),
        ),
        migrations.AddField(
            model_name='attachment',
            name='municipality',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='municipalities.municipality'),
        ),
        migrations.AddField(
            model_name='attachment',
            name='removed_by',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='attachment',
            name='uploaded_by',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='comment',
            name='by',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='comment',
            name='mentions',
            field=models.ManyToManyField(blank=True, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='comment',
            name='municipality',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='municipalities.municipality'),
        ),
        migrations.AddField(
            model_name='comment',
            name='parent',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='replies', to='assessments.comment'),
        ),
        migrations.AddField(
            model_name='comment',
            name='removed_by',
            field=models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='comment',
            name='settled_by',
            field=models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='correctiveaction',
            name='municipality',
            field=models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='municipalities.municipality'),
        ),
        migrations.AddField(
            model_name='councillorquestion',
            name='asked_by',
            field=models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='councillorquestion',
            name='municipality',
            field=models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='municipalities.municipality'),
        ),
        migrations.AddField(
            model_name='digest',
            name='recipient',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='digests', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='dimensionscope',
            name='municipality',
            field=models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='municipalities.municipality'),
        ),
        migrations.AddField(
            model_name='evidence',
            name='municipality',
            field=models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='municipalities.municipality'),
        ),
        migrations.AddField(
            model_name='extraquestion',
            name='municipality',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='extra_questions', to='municipalities.municipality'),
        ),
        migrations.AddField(
            model_name='followupindicator',
            name='municipality',
            field=models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='municipalities.municipality'),
        ),
        migrations.AddField(
            model_name='followuppoint',
            name='municipality',
            field=models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='municipalities.municipality'),
        ),
        migrations.AddField(
            model_name='groupsize',
            name='municipality',
            field=models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='municipalities.municipality'),
        ),
        migrations.AddField(
            model_name='handling',
            name='body',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='municipalities.decisionbody', verbose_name='body'),
        ),
        migrations.AddField(
            model_name='handling',
            name='municipality',
            field=models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='municipalities.municipality'),
        ),
        migrations.AddField(
            model_name='hearing',
            name='municipality',
            field=models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='municipalities.municipality'),
        ),
        migrations.AddField(
            model_name='hearingfinding',
            name='hearing',
            field=models.ForeignKey(editable=False, on_delete=django.db.models.deletion.CASCADE, related_name='findings', to='assessments.hearing'),
        ),
        migrations.AddField(
            model_name='hearingfinding',
            name='municipality',
            field=models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='municipalities.municipality'),
        ),
        migrations.AddField(
            model_name='hearingview',
            name='alternative',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='assessments.alternative', verbose_name='alternative'),
        ),
        migrations.AddField(
            model_name='hearingview',
            name='hearing',
            field=models.ForeignKey(editable=False, on_delete=django.db.models.deletion.CASCADE, related_name='views', to='assessments.hearing'),
        ),
        migrations.AddField(
            model_name='hearingview',
            name='municipality',
            field=models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='municipalities.municipality'),
        ),
        migrations.AddField(
            model_name='impact',
            name='alternative',
            field=models.ForeignKey(editable=False, on_delete=django.db.models.deletion.CASCADE, related_name='impacts', to='assessments.alternative'),
        ),
        migrations.AddField(
            model_name='impact',
            name='municipality',
            field=models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='municipalities.municipality'),
        ),
        migrations.AddField(
            model_name='followupindicator',
            name='impact',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='indicators', to='assessments.impact', verbose_name='impact'),
        ),
        migrations.AddField(
            model_name='indicatorvalue',
            name='indicator',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='values', to='assessments.followupindicator', verbose_name='indicator'),
        ),
        migrations.AddField(
            model_name='indicatorvalue',
            name='municipality',
            field=models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='municipalities.municipality'),
        ),
        migrations.AddField(
            model_name='keyfigure',
            name='municipality',
            field=models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='municipalities.municipality'),
        ),
        migrations.AddField(
            model_name='knowledgegap',
            name='municipality',
            field=models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='municipalities.municipality'),
        ),
        migrations.AddField(
            model_name='mitigation',
            name='impact',
            field=models.ForeignKey(editable=False, on_delete=django.db.models.deletion.CASCADE, related_name='mitigations', to='assessments.impact'),
        ),
        migrations.AddField(
            model_name='mitigation',
            name='municipality',
            field=models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='municipalities.municipality'),
        ),
        migrations.AddField(
            model_name='notice',
            name='municipality',
            field=models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='municipalities.municipality'),
        ),
        migrations.AddField(
            model_name='otherinterest',
            name='municipality',
            field=models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='municipalities.municipality'),
        ),
        migrations.AddField(
            model_name='outcome',
            name='municipality',
            field=models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='municipalities.municipality'),
        ),
        migrations.AddField(
            model_name='outcome',
            name='point',
            field=models.OneToOneField(editable=False, on_delete=django.db.models.deletion.CASCADE, related_name='outcome', to='assessments.followuppoint'),
        ),
        migrations.AddField(
            model_name='indicatorvalue',
            name='outcome',
            field=models.ForeignKey(editable=False, on_delete=django.db.models.deletion.CASCADE, related_name='values', to='assessments.outcome'),
        ),
        migrations.AddField(
            model_name='correctiveaction',
            name='outcome',
            field=models.ForeignKey(editable=False, on_delete=django.db.models.deletion.CASCADE, related_name='actions', to='assessments.outcome'),
        ),
        migrations.AddField(
            model_name='pathstep',
            name='body',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='municipalities.decisionbody', verbose_name='body'),
        ),
        migrations.AddField(
            model_name='pathstep',
            name='municipality',
            field=models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='municipalities.municipality'),
        ),
        migrations.AddField(
            model_name='peerreview',
            name='invitation',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='municipalities.invitation'),
        ),
        migrations.AddField(
            model_name='peerreview',
            name='invited_by',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='peerreview',
            name='municipality',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='municipalities.municipality'),
        ),
        migrations.AddField(
            model_name='peerreview',
            name='user',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='plannedhearing',
            name='held_as',
            field=models.OneToOneField(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='planned_as', to='assessments.hearing'),
        ),
        migrations.AddField(
            model_name='plannedhearing',
            name='municipality',
            field=models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='municipalities.municipality'),
        ),
        migrations.AddField(
            model_name='presence',
            name='municipality',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='municipalities.municipality'),
        ),
        migrations.AddField(
            model_name='presence',
            name='user',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='realisedimpact',
            name='impact',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='realised', to='assessments.impact', verbose_name='impact'),
        ),
        migrations.AddField(
            model_name='realisedimpact',
            name='municipality',
            field=models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='municipalities.municipality'),
        ),
        migrations.AddField(
            model_name='realisedimpact',
            name='outcome',
            field=models.ForeignKey(editable=False, on_delete=django.db.models.deletion.CASCADE, related_name='impacts', to='assessments.outcome'),
        ),
        migrations.AddField(
            model_name='rejectedalternative',
            name='municipality',
            field=models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='municipalities.municipality'),
        ),
        migrations.AddField(
            model_name='reminder',
            name='digest',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='reminders', to='assessments.digest'),
        ),
        migrations.AddField(
            model_name='reminder',
            name='municipality',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='municipalities.municipality'),
        ),
        migrations.AddField(
            model_name='reminder',
            name='recipient',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='reminders', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='report',
            name='municipality',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='municipalities.municipality'),
        ),
        migrations.AddField(
            model_name='report',
            name='requested_by',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='reuse',
            name='by',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='reuse',
            name='municipality',
            field=models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='municipalities.municipality'),
        ),
        migrations.AddField(
            model_name='review',
            name='by',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='review',
            name='municipality',
            field=models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='municipalities.municipality'),
        ),
        migrations.AddField(
            model_name='revision',
            name='by',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='revision',
            name='municipality',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='municipalities.municipality'),
        ),
        migrations.AddField(
            model_name='rightsnote',
            name='municipality',
            field=models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='municipalities.municipality'),
        ),
        migrations.AddField(
            model_name='scopequestion',
            name='municipality',
            field=models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='municipalities.municipality'),
        ),
        migrations.AddField(
            model_name='screening',
            name='chosen_by',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='screening',
            name='confirmed_by',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='screening',
            name='municipality',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='municipalities.municipality'),
        ),
        migrations.AddField(
            model_name='statement',
            name='municipality',
            field=models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='municipalities.municipality'),
        ),
        migrations.AddField(
            model_name='statementview',
            name='alternative',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='assessments.alternative', verbose_name='alternative'),
        ),
        migrations.AddField(
            model_name='statementview',
            name='municipality',
            field=models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='municipalities.municipality'),
        ),
        migrations.AddField(
            model_name='statementview',
            name='statement',
            field=models.ForeignKey(editable=False, on_delete=django.db.models.deletion.CASCADE, related_name='views', to='assessments.statement'),
        ),
        migrations.AddField(
            model_name='statuschange',
            name='by',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='statuschange',
            name='municipality',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='municipalities.municipality'),
        ),
        migrations.AddField(
            model_name='teammember',
            name='municipality',
            field=models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='municipalities.municipality'),
        ),
        migrations.AddField(
            model_name='teammember',
            name='user',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='person in this service'),
        ),
        migrations.AddField(
            model_name='worktask',
            name='municipality',
            field=models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='municipalities.municipality'),
        ),
        migrations.AddField(
            model_name='worktask',
            name='assessment',
            field=models.ForeignKey(editable=False, on_delete=django.db.models.deletion.CASCADE, related_name='%(class)ss', to='assessments.assessment'),
        ),
        migrations.AddField(
            model_name='teammember',
            name='assessment',
            field=models.ForeignKey(editable=False, on_delete=django.db.models.deletion.CASCADE, related_name='%(class)ss', to='assessments.assessment'),
        ),
        migrations.AddField(
            model_name='statuschange',
            name='assessment',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='status_changes', to='assessments.assessment'),
        ),
        migrations.AddField(
            model_name='statementview',
            name='assessment',
            field=models.ForeignKey(editable=False, on_delete=django.db.models.deletion.CASCADE, related_name='%(class)ss', to='assessments.assessment'),
        ),
        migrations.AddField(
            model_name='statement',
            name='assessment',
            field=models.ForeignKey(editable=False, on_delete=django.db.models.deletion.CASCADE, related_name='%(class)ss', to='assessments.assessment'),
        ),
        migrations.AddField(
            model_name='screening',
            name='assessment',
            field=models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='screening', to='assessments.assessment'),
        ),
        migrations.AddField(
            model_name='scopequestion',
            name='assessment',
            field=models.ForeignKey(editable=False, on_delete=django.db.models.deletion.CASCADE, related_name='%(class)ss', to='assessments.assessment'),
        ),
        migrations.AddField(
            model_name='rightsnote',
            name='assessment',
            field=models.ForeignKey(editable=False, on_delete=django.db.models.deletion.CASCADE, related_name='%(class)ss', to='assessments.assessment'),
        ),
        migrations.AddField(
            model_name='revision',
            name='assessment',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='revisions', to='assessments.assessment'),
        ),
        migrations.AddField(
            model_name='review',
            name='assessment',
            field=models.ForeignKey(editable=False, on_delete=django.db.models.deletion.CASCADE, related_name='reviews', to='assessments.assessment'),
        ),
        migrations.AddField(
            model_name='reuse',
            name='assessment',
            field=models.ForeignKey(editable=False, on_delete=django.db.models.deletion.CASCADE, related_name='reuses', to='assessments.assessment'),
        ),
        migrations.AddField(
            model_name='reuse',
            name='source',
            field=models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='assessments.assessment'),
        ),
        migrations.AddField(
            model_name='report',
            name='assessment',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='reports', to='assessments.assessment'),
        ),
        migrations.AddField(
            model_name='rejectedalternative',
            name='assessment',
            field=models.ForeignKey(editable=False, on_delete=django.db.models.deletion.CASCADE, related_name='%(class)ss', to='assessments.assessment'),
        ),
        migrations.AddField(
            model_name='realisedimpact',
            name='assessment',
            field=models.ForeignKey(editable=False, on_delete=django.db.models.deletion.CASCADE, related_name='%(class)ss', to='assessments.assessment'),
        ),
        migrations.AddField(
            model_name='presence',
            name='assessment',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='presences', to='assessments.assessment'),
        ),
        migrations.AddField(
            model_name='plannedhearing',
            name='assessment',
            field=models.ForeignKey(editable=False, on_delete=django.db.models.deletion.CASCADE, related_name='%(class)ss', to='assessments.assessment'),
        ),
        migrations.AddField(
            model_name='peerreview',
            name='assessment',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='peer_reviews', to='assessments.assessment'),
        ),
        migrations.AddField(
            model_name='pathstep',
            name='assessment',
            field=models.ForeignKey(editable=False, on_delete=django.db.models.deletion.CASCADE, related_name='%(class)ss', to='assessments.assessment'),
        ),
        migrations.AddField(
            model_name='outcome',
            name='assessment',
            field=models.ForeignKey(editable=False, on_delete=django.db.models.deletion.CASCADE, related_name='%(class)ss', to='assessments.assessment'),
        ),
        migrations.AddField(
            model_name='otherinterest',
            name='assessment',
            field=models.ForeignKey(editable=False, on_delete=django.db.models.deletion.CASCADE, related_name='%(class)ss', to='assessments.assessment'),
        ),
        migrations.AddField(
            model_name='notice',
            name='assessment',
            field=models.ForeignKey(editable=False, on_delete=django.db.models.deletion.CASCADE, related_name='%(class)ss', to='assessments.assessment'),
        ),
        migrations.AddField(
            model_name='mitigation',
            name='assessment',
            field=models.ForeignKey(editable=False, on_delete=django.db.models.deletion.CASCADE, related_name='%(class)ss', to='assessments.assessment'),
        ),
        migrations.AddField(
            model_name='knowledgegap',
            name='assessment',
            field=models.ForeignKey(editable=False, on_delete=django.db.models.deletion.CASCADE, related_name='%(class)ss', to='assessments.assessment'),
        ),
        migrations.AddField(
            model_name='keyfigure',
            name='assessment',
            field=models.ForeignKey(editable=False, on_delete=django.db.models.deletion.CASCADE, related_name='%(class)ss', to='assessments.assessment'),
        ),
        migrations.AddField(
            model_name='indicatorvalue',
            name='assessment',
            field=models.ForeignKey(editable=False, on_delete=django.db.models.deletion.CASCADE, related_name='%(class)ss', to='assessments.assessment'),
        ),
        migrations.AddField(
            model_name='impact',
            name='assessment',
            field=models.ForeignKey(editable=False, on_delete=django.db.models.deletion.CASCADE, related_name='%(class)ss', to='assessments.assessment'),
        ),
        migrations.AddField(
            model_name='hearingview',
            name='assessment',
            field=models.ForeignKey(editable=False, on_delete=django.db.models.deletion.CASCADE, related_name='%(class)ss', to='assessments.assessment'),
        ),
        migrations.AddField(
            model_name='hearingfinding',
            name='assessment',
            field=models.ForeignKey(editable=False, on_delete=django.db.models.deletion.CASCADE, related_name='%(class)ss', to='assessments.assessment'),
        ),
        migrations.AddField(
            model_name='hearing',
            name='assessment',
            field=models.ForeignKey(editable=False, on_delete=django.db.models.deletion.CASCADE, related_name='%(class)ss', to='assessments.assessment'),
        ),
        migrations.AddField(
            model_name='handling',
            name='assessment',
            field=models.ForeignKey(editable=False, on_delete=django.db.models.deletion.CASCADE, related_name='%(class)ss', to='assessments.assessment'),
        ),
        migrations.AddField(
            model_name='groupsize',
            name='assessment',
            field=models.ForeignKey(editable=False, on_delete=django.db.models.deletion.CASCADE, related_name='%(class)ss', to='assessments.assessment'),
        ),
        migrations.AddField(
            model_name='followuppoint',
            name='assessment',
            field=models.ForeignKey(editable=False, on_delete=django.db.models.deletion.CASCADE, related_name='%(class)ss', to='assessments.assessment'),
        ),
        migrations.AddField(
            model_name='followupindicator',
            name='assessment',
            field=models.ForeignKey(editable=False, on_delete=django.db.models.deletion.CASCADE, related_name='%(class)ss', to='assessments.assessment'),
        ),
        migrations.AddField(
            model_name='evidence',
            name='assessment',
            field=models.ForeignKey(editable=False, on_delete=django.db.models.deletion.CASCADE, related_name='%(class)ss', to='assessments.assessment'),
        ),
        migrations.AddField(
            model_name='dimensionscope',
            name='assessment',
            field=models.ForeignKey(editable=False, on_delete=django.db.models.deletion.CASCADE, related_name='%(class)ss', to='assessments.assessment'),
        ),
        migrations.AddField(
            model_name='councillorquestion',
            name='assessment',
            field=models.ForeignKey(editable=False, on_delete=django.db.models.deletion.CASCADE, related_name='%(class)ss', to='assessments.assessment'),
        ),
        migrations.AddField(
            model_name='correctiveaction',
            name='assessment',
            field=models.ForeignKey(editable=False, on_delete=django.db.models.deletion.CASCADE, related_name='%(class)ss', to='assessments.assessment'),
        ),
        migrations.AddField(
            model_name='comment',
            name='assessment',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='comments', to='assessments.assessment'),
        ),
        migrations.AddField(
            model_name='attachment',
            name='assessment',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='attachments', to='assessments.assessment'),
        ),
        migrations.AddField(
            model_name='answer',
            name='assessment',
            field=models.ForeignKey(editable=False, on_delete=django.db.models.deletion.CASCADE, related_name='answers', to='assessments.assessment'),
        ),
        migrations.AddField(
            model_name='alternative',
            name='assessment',
            field=models.ForeignKey(editable=False, on_delete=django.db.models.deletion.CASCADE, related_name='%(class)ss', to='assessments.assessment'),
        ),
        migrations.AddConstraint(
            model_name='proposal',
            constraint=models.CheckConstraint(condition=models.Q(('agenda_deadline__lte', models.F('meeting_date'))), name='proposal_deadline_before_meeting'),
        ),
        migrations.AddConstraint(
            model_name='digest',
            constraint=models.UniqueConstraint(fields=('recipient', 'day'), name='digest_once_per_day'),
        ),
        migrations.AddIndex(
            model_name='reminder',
            index=models.Index(fields=['recipient', 'dismissed_at'], name='assessments_recipie_2c20f8_idx'),
        ),
        migrations.AddConstraint(
            model_name='reminder',
            constraint=models.UniqueConstraint(fields=('rule', 'target', 'recipient', 'due'), name='reminder_once'),
        ),
        migrations.AddIndex(
            model_name='teammember',
            index=models.Index(fields=['user', 'assessment'], name='assessments_user_id_1f5b13_idx'),
        ),
        migrations.AddConstraint(
            model_name='screening',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('confirmed_at__isnull', True), ('confirmed_by__isnull', True)), models.Q(('confirmed_at__isnull', False), ('confirmed_by__isnull', False)), _connector='OR'), name='screening_confirmation_whole'),
        ),
        migrations.AddConstraint(
            model_name='revision',
            constraint=models.UniqueConstraint(fields=('assessment', 'slot', 'version'), name='revision_once_per_version'),
        ),
        migrations.AddConstraint(
            model_name='revision',
            constraint=models.UniqueConstraint(condition=models.Q(('client_key', ''), _negated=True), fields=('assessment', 'slot', 'client_key'), name='revision_once_per_client_key'),
        ),
        migrations.AddConstraint(
            model_name='presence',
            constraint=models.UniqueConstraint(fields=('assessment', 'part', 'user'), name='presence_once_per_part'),
        ),
        migrations.AddConstraint(
            model_name='peerreview',
            constraint=models.UniqueConstraint(condition=models.Q(('revoked_at__isnull', True)), fields=('assessment', 'email'), name='peer_review_once_per_address'),
        ),
        migrations.AddIndex(
            model_name='impact',
            index=models.Index(fields=['assessment', 'dimension'], name='assessments_assessm_7dd47b_idx'),
        ),
        migrations.AddConstraint(
            model_name='impact',
            constraint=models.UniqueConstraint(fields=('alternative', 'dimension', 'child_group'), name='impact_once_per_cell'),
        ),
        migrations.AddConstraint(
            model_name='impact',
            constraint=models.CheckConstraint(condition=models.Q(('magnitude__isnull', True), ('magnitude__range', (0, 3)), _connector='OR'), name='impact_magnitude_range'),
        ),
        migrations.AddConstraint(
            model_name='dimensionscope',
            constraint=models.UniqueConstraint(fields=('assessment', 'dimension'), name='dimension_scope_once'),
        ),
        migrations.AddIndex(
            model_name='comment',
            index=models.Index(fields=['assessment', 'part'], name='assessments_assessm_7170b4_idx'),
        ),
        migrations.AddConstraint(
            model_name='comment',
            constraint=models.UniqueConstraint(condition=models.Q(('client_key', ''), _negated=True), fields=('by', 'client_key'), name='comment_once_per_client_key'),
        ),
        migrations.AddConstraint(
            model_name='comment',
            constraint=models.CheckConstraint(condition=models.Q(('removed_at__isnull', True), ('text', ''), _connector='OR'), name='comment_removed_without_text'),
        ),
        migrations.AddConstraint(
            model_name='attachment',
            constraint=models.UniqueConstraint(condition=models.Q(('client_key', ''), _negated=True), fields=('assessment', 'uploaded_by', 'client_key', 'sha256'), name='attachment_once_per_client_key'),
        ),
        migrations.AddConstraint(
            model_name='attachment',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('removed_at__isnull', True), ('removed_by__isnull', True)), models.Q(('removed_at__isnull', False), ('removed_by__isnull', False)), _connector='OR'), name='attachment_removal_whole'),
        ),
        migrations.AddConstraint(
            model_name='attachment',
            constraint=models.CheckConstraint(condition=models.Q(('size__gt', 0)), name='attachment_not_empty'),
        ),
        migrations.AddIndex(
            model_name='assessment',
            index=models.Index(fields=['municipality', 'status'], name='assessments_municip_e27f58_idx'),
        ),
        migrations.AddConstraint(
            model_name='assessment',
            constraint=models.CheckConstraint(condition=models.Q(('status__in', ['draft', 'screened_out', 'preparing', 'in_review', 'final', 'on_agenda', 'decided', 'following', 'closed', 'withdrawn'])), name='assessment_status_known'),
        ),
        migrations.AddConstraint(
            model_name='assessment',
            constraint=models.CheckConstraint(condition=models.Q(('status__in', ['draft', 'withdrawn']), models.Q(('extent', 'none'), ('status', 'screened_out')), models.Q(models.Q(('status', 'screened_out'), _negated=True), ('extent__in', ['light', 'full'])), _connector='OR'), name='assessment_extent_fits_status'),
        ),
        migrations.AddConstraint(
            model_name='answer',
            constraint=models.UniqueConstraint(fields=('assessment', 'key'), name='answer_once_per_question'),
        ),
        migrations.AddConstraint(
            model_name='alternative',
            constraint=models.UniqueConstraint(fields=('assessment', 'number'), name='alternative_number_once'),
        ),
        migrations.AddConstraint(
            model_name='alternative',
            constraint=models.CheckConstraint(condition=models.Q(('number__gt', 0), ('removed_at__isnull', True), _connector='OR'), name='alternative_zero_stays'),
        ),
    ]
